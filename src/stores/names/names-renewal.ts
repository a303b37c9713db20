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

/** Between two looks whether an import, of whatever process, has left names to be read. */
const POLL_MS = 1_000;
/**
 * Between two looks at all stores, for those that another release has read. When all of a million are up to date, one
 * takes half a second.
 */
const LOOK_MS = 10 * 60_000;
/** Another process reads them: after a large import for minutes. To ask for the lock takes a connection. */
const ELSEWHERE_MS = 10_000;
/** Stores per transaction: about 0.1 s of work, for which an import waits. */
const BATCH = 1_000;
/** An import is running: until it ends, nobody else changes names. */
const BUSY_MS = 2_000;
/** After each batch: others have the database half of the time. */
const REST_MS = 50;

/**
 * Reads the names of stores whose keys are missing or made by another version, in one process of all: those of a large
 * import, and all after an update. Ended anywhere, it goes on at the next start with what is still left.
 */
@Injectable()
export class NamesRenewal implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('StoreNames');
  private readonly loop: LeaderLoop;
  private lookAt = 0;

  constructor(
    private readonly names: StaleNamesRepository,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.loop = new LeaderLoop(database, LOCKS.storeNames, {
      everyMs: POLL_MS,
      elsewhereMs: ELSEWHERE_MS,
      firstWithinMs: POLL_MS,
      isDue: async () => Date.now() >= this.lookAt || (await names.findWaitingImports()).length > 0,
      work: (turn) => this.renewAll(turn),
      failed: (error) => this.log.warn({ err: error }, 'Reading names of stores failed; trying again'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  private async renewAll(turn: Turn): Promise<void> {
    // What comes in during the walk may be behind it.
    const imports = await this.names.findWaitingImports();
    const stores = await this.walk(turn);
    if (!turn.goesOn) return;
    this.lookAt = Date.now() + LOOK_MS;
    if (imports.length > 0) await this.names.endWaiting(imports);
    if (stores > 0) this.log.log({ stores }, 'Names of stores were read');
  }

  /** @returns how many names were read */
  private async walk(turn: Turn): Promise<number> {
    let [stores, lastId] = [0, ''];
    while (turn.goesOn) {
      const batch = await this.names.renew(lastId, BATCH);
      if (!batch.isBusy && batch.stores === 0) break;
      [stores, lastId] = [stores + batch.stores, batch.lastId];
      await turn.pause(batch.isBusy ? BUSY_MS : REST_MS);
    }
    return stores;
  }
}
