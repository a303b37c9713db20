import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { LeaderLoop, type Turn } from '../../database/leader-loop.js';
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
  private readonly loop: LeaderLoop;

  constructor(
    private readonly names: StaleNamesRepository,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.loop = new LeaderLoop(database, LOCKS.storeNames, {
      everyMs: EVERY_MS,
      firstWithinMs: FIRST_WITHIN_MS,
      work: (turn) => this.renewAll(turn),
      failed: (error) =>
        this.log.warn({ err: error }, 'Reading names of stores anew failed; trying again later'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  private async renewAll(turn: Turn): Promise<void> {
    let [stores, lastId] = [0, ''];
    while (turn.goesOn) {
      const batch = await this.names.renew(lastId, BATCH);
      if (!batch.isBusy && batch.stores === 0) break;
      [stores, lastId] = [stores + batch.stores, batch.lastId];
      await turn.pause(batch.isBusy ? BUSY_MS : REST_MS);
    }
    if (stores > 0) this.log.log({ stores }, 'Names of stores were read anew');
  }
}
