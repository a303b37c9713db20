import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { AccessApiModule } from './access/access-api.module.js';
import { AccessModule } from './access/access.module.js';
import { configs } from './config/configs.js';
import type { Role } from './config/server.config.js';
import { DatabaseModule } from './database/database.module.js';
import { GroupsApiModule } from './groups/groups-api.module.js';
import { GroupsModule } from './groups/groups.module.js';
import { HealthModule } from './health/health.module.js';
import { JobsApiModule } from './jobs/jobs-api.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ProcessingModule } from './processing/processing.module.js';
import { RedisModule } from './redis/redis.module.js';
import { RulesApiModule } from './rules/rules-api.module.js';
import { StoresApiModule } from './stores/stores-api.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** Composes what one process does: the role decides which features are present. */
@Module({})
export class AppModule {
  static forRole(role: Role): DynamicModule {
    const base = [
      ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, load: configs }),
      DatabaseModule,
      RedisModule,
    ];
    const everywhere = [AccessModule, GroupsModule, JobsModule, HealthModule, MetricsModule];
    const api =
      role === 'worker'
        ? []
        : [
            AccessApiModule,
            StoresApiModule,
            RulesApiModule,
            JobsApiModule,
            GroupsApiModule, // after jobs: `compare` must not be taken for the id of a group
            WebhooksModule,
            LimitsModule,
          ];
    const worker = role === 'api' ? [] : [ProcessingModule];
    return { module: AppModule, imports: [...base, ...everywhere, ...api, ...worker] };
  }
}
