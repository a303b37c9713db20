import { setImmediate as breathe } from 'node:timers/promises';
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
import { storeNames } from '../names/store-names.js';
import { DuplicatesRepository } from './duplicates.repository.js';
import { likelyPairs, type LikelyPair } from './likely-same.js';

/** Between two looks for areas that have changed. A look at a million stores takes half a second. */
const EVERY_MS = 20_000;
const FIRST_WITHIN_MS = 2_000;
/** The event loop is not held longer than so; others wait for it. */
const SLICE_MS = 10;
/** After a slice others have the processor as long as it took, twice. */
const REST_MS = 20;
/** Pairs that are kept of an area, the surest; and stores of an area that are looked at. */
const MAX_PAIRS = 20_000;
const MAX_STORES = 200_000;

/** Searches areas for stores that are likely the same, a little at a time, in one process of all. */
@Injectable()
export class DuplicatesSearch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Duplicates');
  private readonly loop: LeaderLoop;

  constructor(
    private readonly duplicates: DuplicatesRepository,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.loop = new LeaderLoop(database, LOCKS.duplicates, {
      everyMs: EVERY_MS,
      firstWithinMs: FIRST_WITHIN_MS,
      work: (turn) => this.searchChanged(turn),
      failed: (error) => this.log.warn({ err: error }, 'Searching for duplicates failed; trying again later'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  private async searchChanged(turn: Turn): Promise<void> {
    const changed = await this.duplicates.findChangedAreas(storeNames().reader.version);
    for (const { areaCode, fingerprint } of changed) {
      const pairs = await this.search(areaCode, turn);
      // An area that was left in the middle is searched anew.
      if (!turn.goesOn) return;
      await this.duplicates.keepPairs(areaCode, fingerprint, pairs);
    }
    if (changed.length > 0) this.log.log({ areas: changed.length }, 'Areas were searched for duplicates');
  }

  private async search(areaCode: string, turn: Turn): Promise<LikelyPair[]> {
    const stores = await this.duplicates.findActiveStores(areaCode, MAX_STORES);
    const pairs: LikelyPair[] = [];
    let begun = performance.now();
    for (const pair of likelyPairs(stores)) {
      if (pair) pairs.push(pair);
      if (performance.now() - begun < SLICE_MS) continue;
      if (!turn.goesOn) break;
      await turn.pause(REST_MS);
      await breathe();
      begun = performance.now();
    }
    return pairs.sort((a, b) => b.confidence - a.confidence).slice(0, MAX_PAIRS);
  }
}
