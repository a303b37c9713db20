import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../../config/database.config.js';
import { LeaderLoop, type Turn } from '../../../database/leader-loop.js';
import { LOCKS } from '../../../database/locks.js';
import type { Categoriser } from '../categoriser.js';
import { changesOf, type Pass } from './pass.js';
import { PassesRepository } from './passes.repository.js';

/** Between two looks whether there is something to do. */
const POLL_MS = 1_000;
/** Stores of one step: 14 ms of our only thread. */
const STEP_STORES = 1_000;
/** At least, so that others get their turn; else a step is followed by a rest as long as it took. */
const MIN_REST_MS = 5;
const BUSY_MS = 250;

/**
 * Brings the categories of all stores up to date, in one process of all, after rules or corrections have changed. A
 * pass goes on where it ended when its process dies. Nothing waits for it: it holds a thousand rows for a moment.
 */
@Injectable()
export class Recategoriser implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Categories');
  private readonly loop: LeaderLoop;

  constructor(
    private readonly passes: PassesRepository,
    @Inject(databaseConfig.KEY) database: DatabaseConfig,
  ) {
    this.loop = new LeaderLoop(database, LOCKS.categories, {
      everyMs: POLL_MS,
      firstWithinMs: 0,
      isDue: () => passes.isDue(),
      work: (turn) => this.pass(turn),
      failed: (error) => this.log.warn({ err: error }, 'Categorising the stores failed; trying again'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }

  /** One whole walk, or the rest of one that was broken off under the same rules; until these change. */
  private async pass(turn: Turn): Promise<void> {
    const current = await this.passes.load();
    if (!current) return;
    const last = await this.passes.find();
    // Another process has done it all, after we asked and before we had the lock.
    if (last.finishedAt !== null && !last.isOutdated) return;
    const goesOn = last.finishedAt === null && !last.hasOtherRules;
    let pass = goesOn ? last : await this.passes.begin(current);
    while (turn.goesOn && !pass.hasOtherRules) {
      const begun = Date.now();
      const next = await this.step(pass, current.categoriser);
      if (!next) return;
      await turn.pause(next === 'busy' ? BUSY_MS : Math.max(MIN_REST_MS, Date.now() - begun));
      if (next !== 'busy') pass = next;
    }
  }

  /** @returns undefined at the end of the walk, or when it is no longer ours */
  private async step(pass: Pass, categoriser: Categoriser): Promise<Pass | 'busy' | undefined> {
    const stores = await this.passes.findStores(pass.afterId, STEP_STORES);
    const last = stores.at(-1);
    if (last) return this.passes.step(pass, last.id, stores.length, changesOf(stores, categoriser));
    await this.passes.finish(pass);
    const { checked, changed } = pass;
    if (changed > 0) this.log.log({ checked, changed }, 'Stores were categorised');
    return undefined;
  }
}
