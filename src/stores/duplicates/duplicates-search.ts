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
import { likelyPairs, type LikelyPair } from './likely-same.js';
import { SearchedAreasRepository, type AreaSearch } from './searched-areas.repository.js';

/** Between two looks for areas that have changed. A look at a million stores takes half a second. */
const EVERY_MS = 20_000;
const FIRST_WITHIN_MS = 2_000;
/** The event loop is not held longer than so; others wait for it. */
const SLICE_MS = 10;
/** After a slice others have the processor as long as it took, twice. */
const REST_MS = 20;
/** Pairs that are kept of an area, the surest: more are not worked through by hand. */
const MAX_PAIRS = 20_000;
/** Stores of an area that are looked at: half a gigabyte of memory. */
const MAX_STORES = 200_000;
/** Pairs of an area that are compared: a minute of work, and enough for some 100,000 stores. */
const MAX_COMPARED = 1_000_000;

/** Searches areas for stores that are likely the same, a little at a time, in one process of all. */
@Injectable()
export class DuplicatesSearch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Duplicates');
  private readonly loop: LeaderLoop;

  constructor(
    private readonly areas: SearchedAreasRepository,
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
    await this.areas.forgetVanished();
    const changed = await this.areas.findChanged(storeNames().reader.version);
    for (const look of changed) {
      const found = await this.search(look.areaCode, turn);
      // An area that was left in the middle is searched anew.
      if (!turn.goesOn) return;
      await this.areas.keep(look, found);
    }
    if (changed.length > 0) this.log.log({ areas: changed.length }, 'Areas were searched for duplicates');
  }

  private async search(areaCode: string, turn: Turn): Promise<AreaSearch> {
    const stores = await this.areas.findActiveStores(areaCode, MAX_STORES + 1);
    const pairs: LikelyPair[] = [];
    const steps = likelyPairs(stores.slice(0, MAX_STORES), MAX_COMPARED);
    let step = steps.next();
    for (let begun = performance.now(); !step.done && turn.goesOn; step = steps.next()) {
      if (step.value) pairs.push(step.value);
      if (performance.now() - begun < SLICE_MS) continue;
      await turn.pause(REST_MS);
      await breathe();
      begun = performance.now();
    }
    const surest = pairs.sort((a, b) => b.confidence - a.confidence).slice(0, MAX_PAIRS);
    const isComplete = step.done === true && step.value && surest.length === pairs.length;
    return {
      pairs: surest,
      stores: Math.min(stores.length, MAX_STORES),
      isComplete: isComplete && stores.length <= MAX_STORES,
    };
  }
}
