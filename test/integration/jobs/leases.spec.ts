import type { ClaimedRange } from '../../../src/jobs/queue/lease.js';
import type { RangeMessage } from '../../../src/jobs/queue/range-queue.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;

beforeEach(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
});
afterEach(() => database?.drop());

const places = (ranges: readonly RangeMessage[]) => ranges.map(({ from, to }) => [from, to]);

/** A worker claims what is announced, and dies over it. @returns what is announced afterwards */
async function dieOver(messages: readonly RangeMessage[]): Promise<RangeMessage[]> {
  const worker = newWorker();
  for (const message of messages) await work.claim(message, worker);
  await work.die(worker);
  await work.recovery.replaceExpired();
  return work.announce();
}

describe('Claiming a range', () => {
  it('gives it to one worker only, however often the message comes', async () => {
    const [message] = await work.handOut(await work.submit(5), 5);
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => work.leases.claim(message as RangeMessage, newWorker().id)),
    );
    expect(claims.filter((range): range is ClaimedRange => range !== undefined)).toHaveLength(1);
  });

  it('loads only images that have no result yet', async () => {
    const [first, second] = [newWorker(), newWorker()];
    const jobId = await work.submit(4);
    const range = await work.claim((await work.handOut(jobId, 4))[0], first);
    await work.results.settle(first.id, measured(range, range.images.slice(0, 3)));
    await work.leases.handBack(range.leaseId, first.id);
    const rest = await work.claim((await work.announce())[0], second);
    expect(rest.images.map(({ idx }) => idx)).toEqual([3]);
  });

  it('leaves out what waits as deferred or is in other hands alone', async () => {
    const [first, second] = [newWorker(), newWorker()];
    const jobId = await work.submit(3);
    const range = await work.claim((await work.handOut(jobId, 3))[0], first);
    const later = {
      kind: 'deferred',
      leaseId: range.leaseId,
      jobId,
      run: 0,
      attempts: 1,
      throttles: 0,
    } as const;
    await work.results.settle(first.id, [
      { ...later, idx: 0, waitMs: 0 },
      { ...later, idx: 1, waitMs: 60_000 },
    ]);
    await work.dispatch.handOutDeferred(10);
    await work.leases.handBack(range.leaseId, first.id);
    const messages = await work.announce();
    const whole = await work.claim(
      messages.find(({ from, to }) => to - from === 3),
      second,
    );
    expect(whole.images.map(({ idx }) => idx)).toEqual([2]);
  });
});

describe('A worker that dies', () => {
  it('charges nobody the first time: its ranges come back as suspects', async () => {
    const again = await dieOver(await work.handOut(await work.submit(8), 8, 4));
    expect(places(again)).toEqual([
      [0, 4],
      [4, 8],
    ]);
    expect((await work.claim(again[0], newWorker())).suspect).toBe(true);
  });

  it('is not declared dead while it renews', async () => {
    const worker = newWorker();
    const range = await work.claim((await work.handOut(await work.submit(2), 2))[0], worker);
    await work.die(worker);
    expect(await work.leases.renew(worker)).toEqual(new Set([range.leaseId]));
    expect(await work.recovery.replaceExpired()).toEqual([]);
  });

  it('narrows a deadly image down by halves, and condemns it alone at the third charge', async () => {
    const jobId = await work.submit(4);
    let messages = await dieOver(await work.handOut(jobId, 4));
    const history = [places(messages)];
    for (let death = 0; death < 8 && messages.length > 0; death += 1) {
      // Image 2 ends every worker; everything else is measured.
      const deadly = messages.filter(({ from, to }) => from <= 2 && 2 < to);
      const survivor = newWorker();
      for (const message of messages.filter((message) => !deadly.includes(message))) {
        await work.results.settle(survivor.id, measured(await work.claim(message, survivor)));
      }
      messages = await dieOver(deadly);
      history.push(places(messages));
    }
    expect(history).toEqual([
      [[0, 4]],
      [
        [0, 2],
        [2, 4],
      ],
      [
        [2, 3],
        [3, 4],
      ],
      [[2, 3]],
      [[2, 3]],
      [],
    ]);
    expect(await work.recovery.findCondemned()).toMatchObject([{ jobId, from: 2, to: 3 }]);
    expect(await work.job(jobId)).toMatchObject({ processed: 3, failed: 0 });
  });
});

describe('Announcing', () => {
  it('repeats itself for a lease that nobody claimed in time, until it is claimed', async () => {
    const [message] = await work.handOut(await work.submit(2), 2);
    expect(await work.announce()).toEqual([]);
    await database.dataSource.query(`UPDATE leases SET queued_at = now() - interval '6 s'`);
    await work.dispatch.forgetStaleAnnouncements();
    expect(await work.announce()).toEqual([message]);
    await work.claim(message, newWorker());
    await work.dispatch.forgetStaleAnnouncements();
    expect(await work.announce()).toEqual([]);
  });

  it('holds suspects back beyond the number asked for', async () => {
    await dieOver(await work.handOut(await work.submit(6), 6, 2));
    await database.dataSource.query(`UPDATE leases SET queued_at = NULL`);
    expect(await work.dispatch.findUnannounced(1)).toHaveLength(1);
    expect(await work.dispatch.findUnannounced(0)).toHaveLength(0);
  });
});

describe('The window', () => {
  it('counts live workers, what they can take, and what is in their hands', async () => {
    expect(await work.dispatch.window()).toMatchObject({ liveWorkers: 0, capacity: 0, outstanding: 0 });
    const worker = newWorker();
    await work.leases.renew(worker);
    const range = await work.claim((await work.handOut(await work.submit(10), 10))[0], worker);
    await work.results.settle(worker.id, measured(range, range.images.slice(0, 4)));
    const window = await work.dispatch.window();
    expect(window).toMatchObject({ liveWorkers: 1, capacity: 8, outstanding: 6 });
    expect(window.outstandingByHost).toEqual(new Map([['host', 6]]));
  });

  it('finds due runs from a given job on, and goes round', async () => {
    const ids = [await work.submit(1), await work.submit(2), await work.submit(3)];
    await work.dispatch.handOut([{ jobId: ids[0] ?? '', run: 0, images: 1 }], 1);
    const due = async (start?: string) => (await work.dispatch.dueRuns(start)).map(({ jobId }) => jobId);
    expect(await due()).toEqual([ids[1], ids[2]]);
    expect(await due(ids[2])).toEqual([ids[2], ids[1]]);
  });
});
