import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { AdvisoryLock } from '../../database/advisory-lock.js';
import { LOCKS } from '../../database/locks.js';
import { StaleNamesRepository } from './stale-names.repository.js';

/** Between two looks, give or take a half. A look at a million stores that are all up to date takes half a second. */
const EVERY_MS = 10 * 60_000;
/** The first look comes soon: until then, stores of before cannot be found. */
const FIRST_WITHIN_MS = 1_000;
/** Stores per transaction: about 0.1 s of work, for which an import waits. */
const BATCH = 1_000;
/** An import is running; it makes keys itself. */
const BUSY_MS = 2_000;
/** After each batch: others have the database half of the time. */
const REST_MS = 50;

/**
 * Reads the names of stores anew whose keys are missing or made by another version, in one process of all. Ended
 * anywhere, it goes on at the next start with what is still left.
 */
@Injectable()
export class NamesRenewal implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('StoreNames');
  private readonly lock: AdvisoryLock;
  private readonly stopping = new AbortController();
  private loop = Promise.resolve();

  constructor(
    private readonly names: StaleNamesRepository,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.lock = new AdvisoryLock(database, LOCKS.storeNames);
  }

  onApplicationBootstrap(): void {
    this.loop = this.run();
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
        if (await this.lock.acquire()) await this.renewAll();
      } catch (error) {
        this.log.warn({ err: error }, 'Reading names of stores anew failed; trying again later');
      } finally {
        await this.lock.release();
      }
      await this.pause(EVERY_MS * (0.5 + Math.random()));
    }
  }

  private async renewAll(): Promise<void> {
    let [stores, lastId] = [0, ''];
    while (!this.stopping.signal.aborted && this.lock.held) {
      const batch = await this.names.renew(lastId, BATCH);
      if (!batch.isBusy && batch.stores === 0) break;
      [stores, lastId] = [stores + batch.stores, batch.lastId];
      await this.pause(batch.isBusy ? BUSY_MS : REST_MS);
    }
    if (stores > 0) this.log.log({ stores }, 'Names of stores were read anew');
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
