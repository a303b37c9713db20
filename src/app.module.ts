import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { configs } from './config/configs.js';
import type { Role } from './config/server.config.js';
import { DatabaseModule } from './database/database.module.js';
import { RedisModule } from './redis/redis.module.js';

/** Composes what one process does: the role decides which features are present. */
@Module({})
export class AppModule {
  static forRole(role: Role): DynamicModule {
    const base = [
      ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, load: configs }),
      DatabaseModule,
      RedisModule,
    ];
    const api: DynamicModule['imports'] = role === 'worker' ? [] : [];
    const worker: DynamicModule['imports'] = role === 'api' ? [] : [];
    return { module: AppModule, imports: [...base, ...api, ...worker] };
  }
}
