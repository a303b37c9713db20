import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { retentionConfig, type RetentionConfig } from '../../config/retention.config.js';
import { LeaderLoop, type Turn } from '../../database/leader-loop.js';
import { LOCKS } from '../../database/locks.js';
import { RetentionService } from './retention.service.js';

/** Between two sweeps, give or take a half: processes that started together must not all ask at once. */
const EVERY_MS = 10 * 60_000;

/** The first sweep comes within so long after the start, not for all processes at once. */
const FIRST_WITHIN_MS = 3_000;

/** Sweeps old images away, now and then, in one process of all; not at all unless RETENTION_DAYS is set. */
@Injectable()
export class RetentionSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Retention');
  private readonly loop: LeaderLoop;

  constructor(
    private readonly retention: RetentionService,
    @Inject(retentionConfig.KEY) private readonly config: RetentionConfig,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.loop = new LeaderLoop(database, LOCKS.retention, {
      everyMs: EVERY_MS,
      firstWithinMs: FIRST_WITHIN_MS,
      work: (turn) => this.sweep(turn),
      failed: (error) => this.log.warn({ err: error }, 'Removing old images failed; trying again later'),
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.days > 0) this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  private async sweep(turn: Turn): Promise<void> {
    const { jobs, images } = await this.retention.sweep(this.config.days, () => turn.goesOn);
    if (jobs + images > 0) this.log.log({ jobs, images }, 'Old images were removed');
  }
}
