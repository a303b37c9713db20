import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { Outcome } from '../../../src/jobs/queue/outcome.js';
import type { LeasedImages, WorkerIdentity } from '../../../src/jobs/queue/lease.js';
import type { RangeMessage } from '../../../src/jobs/queue/range-queue.js';
import { RecoveryService } from '../../../src/jobs/dispatch/recovery.service.js';
import type { JobResultsService } from '../../../src/jobs/results/job-results.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { findContradictions } from '../../support/contradictions.js';
import { deferred, failed, measured, newWorker, Work } from '../../support/work.js';

/** More finds more; this many take about 15 s. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 100);
/** A TRUNCATE of them takes longer than a whole history. */
const TABLES = [
  'jobs',
  'visits',
  'images',
  'job_runs',
  'leases',
  'deferred_images',
  'image_results',
  'job_events',
];
const JOBS = 2;
const WORKERS = 3;
/** An image that is deferred waits this long; `wait` lets the time pass. */
const WAIT_MS = 60_000;

let database: TestDatabase;

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** What a worker was given, and which of it has an outcome. */
interface Claim {
  readonly worker: WorkerIdentity;
  readonly range: LeasedImages;
  readonly open: Set<number>;
}

/** A dispatcher, workers and a queue that do everything the real ones may do, in any order. */
class World {
  readonly work = new Work(database.dataSource);
  private readonly recovery = new RecoveryService(
    this.work.recovery,
    this.work.dispatch,
    this.work.leases,
    this.work.results as unknown as JobResultsService, // which tells others of it, and there are none here
  );
  private readonly workers = Array.from({ length: WORKERS }, newWorker);
  private readonly jobs: string[] = [];
  private readonly messages: RangeMessage[] = [];
  private readonly claims: Claim[] = [];
  private readonly sent: { worker: WorkerIdentity; outcomes: Outcome[] }[] = [];

  async begin(images: number): Promise<void> {
    for (const table of TABLES) await database.dataSource.query(`DELETE FROM ${table}`);
    for (let n = 0; n < JOBS; n += 1) this.jobs.push(await this.work.submit(images + n));
  }

  async handOut(job: number, images: number, rangeSize: number): Promise<void> {
    this.messages.push(...(await this.work.handOut(pick(this.jobs, job), images, rangeSize)));
  }

  async cancel(job: number): Promise<void> {
    await this.work.cancel(pick(this.jobs, job));
  }

  async pause(job: number): Promise<void> {
    await this.work.pause(pick(this.jobs, job));
  }

  async resume(job: number): Promise<void> {
    await this.work.resume(pick(this.jobs, job));
  }

  async retry(job: number, which: number): Promise<void> {
    const choices = [{}, { states: ['failed'] }, { states: ['cancelled'] }, { codes: ['HTTP_404'] }] as const;
    await this.work.retry(pick(this.jobs, job), pick(choices, which));
  }

  async announce(): Promise<void> {
    this.messages.push(...(await this.work.announce()));
  }

  /** Any message, also one that was delivered before. */
  async claim(message: number, workerNo: number): Promise<void> {
    if (this.messages.length === 0) return;
    const worker = pick(this.workers, workerNo);
    const range = await this.work.leases.claim(pick(this.messages, message), worker.id);
    if (range) this.claims.push({ worker, range, open: new Set(range.images.map(({ idx }) => idx)) });
  }

  /** Some images of any claim, also of one whose lease has moved on; a worker reports each image once. */
  async settle(claim: number, images: number, kinds: number): Promise<void> {
    if (this.claims.length === 0) return;
    const { worker, range, open } = pick(this.claims, claim);
    const outcomes = [...open].slice(0, images + 1).flatMap((idx, n) => {
      open.delete(idx);
      const kind = [measured, failed, deferred][Math.floor(kinds / 3 ** n) % 3] ?? measured;
      return kind(
        range,
        range.images.filter((image) => image.idx === idx),
      );
    });
    if (outcomes.length === 0) return;
    this.sent.push({ worker, outcomes });
    await this.work.results.settle(worker.id, outcomes);
  }

  /** The answer was lost, so the same goes out again. */
  async settleAgain(which: number): Promise<void> {
    if (this.sent.length === 0) return;
    const { worker, outcomes } = pick(this.sent, which);
    await this.work.results.settle(worker.id, outcomes);
  }

  /** What the worker claimed, or was only told of. */
  async handBack(message: number, worker: number): Promise<void> {
    if (this.messages.length === 0) return;
    await this.work.leases.handBack(pick(this.messages, message).leaseId, pick(this.workers, worker).id);
  }

  async renew(worker: number): Promise<void> {
    await this.work.leases.renew(pick(this.workers, worker));
  }

  async resign(worker: number): Promise<void> {
    await this.work.leases.resign(pick(this.workers, worker).id);
  }

  async expire(worker: number): Promise<void> {
    await this.work.die(pick(this.workers, worker));
  }

  async sweep(): Promise<void> {
    await this.recovery.sweep(true);
  }

  async wait(): Promise<void> {
    await database.dataSource.query(
      `UPDATE deferred_images SET due_at = due_at - ${WAIT_MS} * interval '1 ms'`,
    );
  }

  async handOutDeferred(): Promise<void> {
    await this.work.dispatch.handOutDeferred(2);
  }

  /** From here on nothing goes wrong any more, so everything has to end. */
  async finish(): Promise<void> {
    for (const worker of this.workers) await this.work.leases.resign(worker.id);
    for (const jobId of this.jobs) await this.work.resume(jobId);
    for (const { jobId, run, remaining } of await this.work.dispatch.dueRuns())
      await this.work.dispatch.handOut([{ jobId, run, images: remaining }], 4);
    const worker = newWorker();
    for (let round = 0; round < 20; round += 1) {
      await this.sweep();
      await this.wait();
      await this.work.dispatch.handOutDeferred(100);
      // Whatever was announced and not claimed is announced again in time.
      await database.dataSource.query('UPDATE leases SET queued_at = NULL WHERE worker_id IS NULL');
      for (const message of await this.work.announce()) {
        const range = await this.work.leases.claim(message, worker.id);
        if (range) await this.work.results.settle(worker.id, measured(range));
      }
      if ((await this.work.count('leases')) + (await this.work.count('deferred_images')) === 0) return;
    }
    throw new Error('There is work left that never ends.');
  }
}

function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

type Act = (world: World, a: number, b: number, c: number) => Promise<void>;

/** How often each comes, and what it does. */
const ACTS: Record<string, readonly [weight: number, act: Act]> = {
  handOut: [3, (world, a, b, c) => world.handOut(a, 1 + (b % 6), 1 + (c % 4))],
  announce: [2, (world) => world.announce()],
  claim: [6, (world, a, b) => world.claim(a, b)],
  settle: [6, (world, a, b, c) => world.settle(a, b % 4, c)],
  settleAgain: [3, (world, a) => world.settleAgain(a)],
  handBack: [2, (world, a, b) => world.handBack(a, b)],
  renew: [1, (world, a) => world.renew(a)],
  resign: [1, (world, a) => world.resign(a)],
  expire: [3, (world, a) => world.expire(a)],
  sweep: [3, (world) => world.sweep()],
  wait: [1, (world) => world.wait()],
  handOutDeferred: [2, (world) => world.handOutDeferred()],
  cancel: [1, (world, a) => world.cancel(a)],
  pause: [1, (world, a) => world.pause(a)],
  resume: [2, (world, a) => world.resume(a)],
  retry: [3, (world, a, b) => world.retry(a, b)],
};

const actOf = (act: string): Act => ACTS[act]?.[1] ?? (() => Promise.resolve());
const name = fc.oneof(
  ...Object.entries(ACTS).map(([act, [weight]]) => ({ weight, arbitrary: fc.constant(act) })),
);
const number = fc.nat(999);
/** Up to three things happen at the same instant. */
const instant = fc.array(fc.tuple(name, number, number, number), { minLength: 1, maxLength: 3 });

describe('Whatever happens in whatever order', () => {
  it('counters add up at every moment, and every image ends with exactly one result', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(instant, { maxLength: 30 }),
      async (images, instants) => {
        const world = new World();
        await world.begin(images);
        for (const acts of instants) {
          await Promise.all(acts.map(([act, a, b, c]) => actOf(act)(world, a, b, c)));
          expect(await findContradictions(database.dataSource)).toEqual([]);
        }
        await world.finish();
        expect(await findContradictions(database.dataSource, { ended: true })).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: RUNS, endOnFailure: false, interruptAfterTimeLimit: 90_000 });
  });
});
