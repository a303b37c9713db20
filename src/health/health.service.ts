import { Inject, Injectable } from '@nestjs/common';
import { serverConfig, type ServerConfig } from '../config/server.config.js';
import { DatabaseProbe } from '../database/database-probe.js';
import { SignalBus } from '../redis/signal-bus.js';
import type { ReadinessDto } from './health.dto.js';

/** A probe that has no answer by then counts as "down". */
const DEADLINE_MS = 2_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly database: DatabaseProbe,
    private readonly bus: SignalBus,
    @Inject(serverConfig.KEY) private readonly server: ServerConfig,
  ) {}

  async readiness(): Promise<ReadinessDto> {
    const [migrated, redisUp] = await Promise.all([
      this.database.hasAllMigrations(DEADLINE_MS),
      this.bus.answers(DEADLINE_MS),
    ]);
    const database = migrated === undefined ? 'down' : 'up';
    const migrations = migrated ? 'applied' : 'missing';
    const redis = redisUp ? 'up' : 'down';
    // Without Redis jobs are still taken; a worker alone has nothing to do then.
    const usable = migrated === true && (redisUp || this.server.role !== 'worker');
    const status = !usable ? 'unavailable' : redisUp ? 'ok' : 'degraded';
    return { status, database, migrations, redis };
  }
}
