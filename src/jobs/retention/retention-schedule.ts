import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { retentionConfig, type RetentionConfig } from '../../config/retention.config.js';
import { AdvisoryLock } from '../../database/advisory-lock.js';
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
  private readonly lock: AdvisoryLock;
  private readonly stopping = new AbortController();
  private loop = Promise.resolve();

  constructor(
    private readonly retention: RetentionService,
    @Inject(retentionConfig.KEY) private readonly config: RetentionConfig,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.lock = new AdvisoryLock(database, LOCKS.retention);
  }

  onApplicationBootstrap(): void {
    if (this.config.days > 0) this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    await this.pause(Math.random() * FIRST_WITHIN_MS);
    while (!signal.aborted) {
      try {
        if (await this.lock.acquire()) await this.sweep();
      } catch (error) {
        this.log.warn({ err: error }, 'Removing old images failed; trying again later');
      } finally {
        await this.lock.release();
      }
      await this.pause(EVERY_MS * (0.5 + Math.random()));
    }
  }

  private async sweep(): Promise<void> {
    const { jobs, images } = await this.retention.sweep(
      this.config.days,
      () => !this.stopping.signal.aborted && this.lock.held,
    );
    if (jobs + images > 0) this.log.log({ jobs, images }, 'Old images were removed');
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
