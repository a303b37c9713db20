import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { isDataRefused } from '../../common/database-errors.js';
import { dieAt, FAULT } from '../../config/fault-points.js';
import { JobResultsService } from '../../jobs/results/job-results.service.js';
import type { Outcome } from '../../jobs/queue/outcome.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { ThisWorker } from '../this-worker.js';

/** A group goes out when it has so many results .. */
const GROUP_SIZE = 100;

/** .. or so long after the group before it began; a single result after a pause goes out at once. */
const GROUP_MS = 50;

/** Results in one statement at the most, when the database was slow and many waited. */
const MAX_GROUP = 1_000;

/** Between two tries while the database is away; the results wait in memory, bounded by the images in flight. */
const RETRY_MS = 500;

interface Entry {
  readonly outcome: Outcome;
  readonly doneAt: number;
  readonly stored: () => void;
}

/**
 * Stores results in groups: one statement of 100 costs about as much as one of
 * a single result. One statement at a time, in the order the results came.
 */
@Injectable()
export class ResultRecorder {
  private readonly log = new Logger('Recorder');
  private entries: Entry[] = [];
  private timer?: NodeJS.Timeout;
  private flushing = false;
  private lastFlushAt = -Infinity;

  constructor(
    private readonly results: JobResultsService,
    private readonly worker: ThisWorker,
    private readonly metrics: MetricsService,
  ) {}

  /** Resolves when the outcome is in the database, or was found to have come too late. */
  add(outcome: Outcome): Promise<void> {
    return new Promise((resolve) => {
      this.entries.push({ outcome, doneAt: performance.now(), stored: resolve });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.flushing || this.entries.length === 0) return;
    const restMs = Math.max(0, this.lastFlushAt + GROUP_MS - performance.now());
    if (this.entries.length >= GROUP_SIZE) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), restMs);
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushing = true;
    this.lastFlushAt = performance.now();
    const group = this.entries.splice(0, MAX_GROUP);
    dieAt(FAULT.beforeRecord);
    await this.store(group);
    for (const { stored } of group) stored();
    this.flushing = false;
    this.schedule();
  }

  private async store(group: readonly Entry[]): Promise<void> {
    const outcomes = group.map(withRecordTime);
    for (;;) {
      try {
        await this.results.settle(this.worker.id, outcomes);
        for (const outcome of outcomes) this.count(outcome);
        return;
      } catch (error) {
        this.log.warn({ err: error, results: group.length }, 'Results could not be stored; trying again');
        if (isDataRefused(error)) return this.storeApart(group);
        await sleep(RETRY_MS);
      }
    }
  }

  /** One value that the database does not take must not hold up the others; its image fails alone. */
  private async storeApart(group: readonly Entry[]): Promise<void> {
    const [only] = group;
    if (only && group.length === 1) return this.store([{ ...only, outcome: refused(only.outcome) }]);
    const middle = Math.ceil(group.length / 2);
    await this.store(group.slice(0, middle));
    await this.store(group.slice(middle));
  }

  private count(outcome: Outcome): void {
    this.metrics.countImage(outcome.kind, outcome.kind === 'failed' ? outcome.code : undefined);
    if (outcome.kind === 'deferred') return;
    for (const [timing, ms] of Object.entries(outcome.timings)) {
      this.metrics.observeStage(stageOf(timing), ms as number);
    }
  }
}

/** The image as failed, with nothing in it that the database could refuse again. */
function refused({ leaseId, jobId, run, idx }: Outcome): Outcome {
  const error = `The result of image ${idx} could not be stored because of a fault on our side.`;
  return {
    kind: 'failed',
    leaseId,
    jobId,
    run,
    idx,
    code: 'INTERNAL_ERROR',
    error,
    attempts: 1,
    timings: {},
  };
}

function stageOf(timing: string): string {
  return timing.replace(/Ms$/, '');
}

function withRecordTime({ outcome, doneAt }: Entry): Outcome {
  if (outcome.kind === 'deferred') return outcome;
  return { ...outcome, timings: { ...outcome.timings, recordMs: performance.now() - doneAt } };
}
