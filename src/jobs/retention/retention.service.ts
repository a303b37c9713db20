import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { portionsOf } from './portions.js';
import { RetentionRepository, type Extent } from './retention.repository.js';

/** Images per statement: some 50 ms of work, so nothing waits long for what it locks or writes. */
const STEP_IMAGES = 5_000;

/** Jobs that are taken on together; also the most that one statement touches. */
const PAGE_JOBS = 500;

/** After each step there is a rest as long as it took, and at least this: others have the disk half of the time. */
const MIN_REST_MS = 20;

/** Removes the images of jobs that were settled long ago, a little at a time. */
@Injectable()
export class RetentionService {
  constructor(private readonly retention: RetentionRepository) {}

  /** What a sweep would remove now. */
  due(days: number): Promise<Extent> {
    return this.retention.countDue(days);
  }

  /**
   * Removes everything that is due, beginning with what an earlier sweep left
   * behind. May run twice at once, and be ended anywhere.
   *
   * @param goesOn asked before every step
   * @returns jobs that were taken on and images that were removed by this call
   */
  async sweep(days: number, goesOn: () => boolean | Promise<boolean> = () => true): Promise<Extent> {
    const done = { jobs: 0, images: 0 };
    while (await goesOn()) {
      const begun = Date.now();
      const portions = portionsOf(await this.retention.findRemovals(PAGE_JOBS), STEP_IMAGES);
      if (portions.length > 0) {
        done.images += await this.retention.remove(portions);
        await delay(Math.max(MIN_REST_MS, Date.now() - begun));
        continue;
      }
      const marked = await this.retention.markDue(days, PAGE_JOBS);
      done.jobs += marked.jobs;
      if (marked.jobs === 0) break;
    }
    return done;
  }
}
