import { setTimeout as delay } from 'node:timers/promises';
import { DeliveriesRepository, type Look } from '../../../src/webhooks/delivery/deliveries.repository.js';
import type { Outcome } from '../../../src/webhooks/delivery/delivery.js';
import { InstanceSecretRepository } from '../../../src/webhooks/signing/instance-secret.repository.js';
import { OutboxRepository } from '../../../src/webhooks/outbox/outbox.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let deliveries: DeliveriesRepository;
let outbox: OutboxRepository;

beforeAll(async () => {
  database = await createTestDatabase();
  deliveries = new DeliveriesRepository(database.dataSource);
  outbox = new OutboxRepository(database.dataSource);
});
beforeEach(() =>
  query(
    'TRUNCATE jobs, job_runs, job_events, webhook_endpoints, webhook_deliveries, webhook_attempts RESTART IDENTITY',
  ),
);
afterAll(() => database?.drop());

const query = <T = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  database.dataSource.query<T[]>(text, values);

/** Jobs that are settled, with one image that is good or cancelled, and their events. */
const settleJobs = (count: number, cancelled = 0) =>
  query(
    `WITH job AS (
       INSERT INTO jobs (visit_count, total, processed, cancelled, settled_at, callback_url)
       SELECT 1, 1, 1 - $2::int, $2::int, now(), 'http://told.example/' FROM generate_series(1, $1::int) RETURNING id),
     run AS (
       INSERT INTO job_runs (job_id, run, end_idx, priority, cancelled_at)
       SELECT id, 0, 1, 0, CASE WHEN $2::int > 0 THEN now() END FROM job)
     INSERT INTO job_events (job_id, kind, detail)
     SELECT id, 'settled', jsonb_build_object('processed', 1 - $2::int, 'failed', 0, 'cancelled', $2::int, 'run', 0)
     FROM job`,
    [count, cancelled],
  );

const wait = (host: string, count: number, due = 'now()') =>
  query(
    `INSERT INTO webhook_deliveries (type, url, host, payload, next_attempt_at)
     SELECT 'job.settled', 'http://' || $1 || '/', $1, '{}', ${due} FROM generate_series(1, $2::int)`,
    [host, count],
  );

const look = (fields: Partial<Look> = {}) =>
  deliveries.claim({
    limit: 32,
    limitOfOthers: 32,
    after: '',
    rooms: new Map(),
    leaseMs: 60_000,
    ...fields,
  });

const claim = async (fields: Partial<Look> = {}) => (await look(fields)).due.map(({ host }) => host);

const rooms = (room: Record<string, number>) => new Map(Object.entries(room));

/** Text that cannot be compressed, three bytes a character. */
const randomText = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000))).join('');

/** An endpoint that waits for its deliveries; both have failed for so long. */
const failing = async (since: string) => {
  await query(
    `INSERT INTO webhook_endpoints (url, events, created_by, secret, failing_since)
     VALUES ('http://a/', '{job.settled}', 't', 's', now() - $1::interval)`,
    [since],
  );
  await query(
    `INSERT INTO webhook_deliveries (endpoint_id, type, url, host, payload, created_at, failing_since)
     SELECT 1, 'job.settled', 'http://a/', 'a', '{}', now() - $1::interval, now() - $1::interval FROM generate_series(1, 3)`,
    [since],
  );
};

const DISABLE = `UPDATE webhook_endpoints SET enabled = false, disabled_at = now(), disabled_reason = 'By hand.'`;

const taken = (id: string, tries = 0) => ({ id, tries });

const outcome = (delivered: boolean): Outcome => ({
  startedAt: new Date(),
  ms: 1,
  delivered,
  status: delivered ? 200 : 500,
  error: delivered ? null : 'The receiver answered 500.',
  answer: null,
  pauseMs: delivered ? null : 1_000,
  isGone: false,
});

const states = async () =>
  (await query<{ state: string }>('SELECT state FROM webhook_deliveries')).map(({ state }) => state);

/** Waits until so many statements wait for a row somebody else holds. */
const untilBlocked = async (count: number) => {
  const blocked = () =>
    query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  while ((await blocked()).length < count) await delay(20);
};

describe('Events', () => {
  it('become one delivery each, however many processes look at the same time', async () => {
    await settleJobs(350);
    const publishAll = async () => {
      while (await outbox.publish());
    };
    await Promise.all([publishAll(), publishAll(), publishAll(), publishAll()]);
    await publishAll();
    const [row] = await query(
      `SELECT count(*)::int AS all, count(DISTINCT job_id)::int AS jobs, count(DISTINCT message_id)::int AS messages
       FROM webhook_deliveries`,
    );
    expect(row).toEqual({ all: 350, jobs: 350, messages: 350 });
    expect(await query('SELECT FROM job_events WHERE published_at IS NULL')).toEqual([]);
  });

  it('are told as they were, also when the job runs again by then', async () => {
    await settleJobs(1, 1);
    await query(`UPDATE jobs SET cancelled = 0, processed = 0, settled_at = NULL, run = 1`);
    await outbox.publish();
    const [row] = await query<{ payload: { data: object } }>('SELECT payload FROM webhook_deliveries');
    expect(row?.payload.data).toMatchObject({
      status: 'failed',
      state: 'cancelled',
      run: 0,
      progress: { cancelled: 1 },
    });
  });

  it('are told to endpoints that want them and are enabled, and to no other', async () => {
    await query(
      `INSERT INTO webhook_endpoints (url, events, created_by, secret, enabled, disabled_at, disabled_reason) VALUES
       ('http://both.example/', '{job.settled,job.failed}', 't', 's', true, NULL, NULL),
       ('http://failed.example/', '{job.failed}', 't', 's', true, NULL, NULL),
       ('http://off.example/', '{job.settled}', 't', 's', false, now(), 'r')`,
    );
    await settleJobs(1);
    await outbox.publish();
    await settleJobs(1, 1);
    await outbox.publish();
    const rows = await query(`SELECT job_id, type, host FROM webhook_deliveries ORDER BY job_id, type, host`);
    expect(rows).toEqual([
      { job_id: '1', type: 'job.settled', host: 'both.example' },
      { job_id: '1', type: 'job.settled', host: 'told.example' },
      { job_id: '2', type: 'job.failed', host: 'both.example' },
      { job_id: '2', type: 'job.failed', host: 'failed.example' },
      { job_id: '2', type: 'job.settled', host: 'both.example' },
      { job_id: '2', type: 'job.settled', host: 'told.example' },
    ]);
  });
});

describe('A receiver with a URL beyond measure', () => {
  it('holds up nobody, as its host is cut for the index', async () => {
    await settleJobs(2);
    // No submit takes such a URL as it is; a row of an earlier version may have one.
    await query(`UPDATE jobs SET callback_url = 'https://a.example?' || $1 WHERE id = 1`, [
      randomText(2_000),
    ]);
    await outbox.publish();
    const rows = await query<{ length: number }>(
      'SELECT length(host) FROM webhook_deliveries ORDER BY job_id',
    );
    expect(rows).toEqual([{ length: 255 }, { length: 'told.example'.length }]);
  });
});

describe('Deliveries that are due', () => {
  it('are taken a few of each host, past a long queue for one of them', async () => {
    await wait('a.example', 1_100);
    await wait('b.example', 1);
    await wait('c.example', 1, `now() + interval '1 hour'`);
    expect(await claim({ rooms: rooms({ 'a.example': 0 }) })).toEqual(['b.example']);
    expect(await claim({ rooms: rooms({ 'a.example': 2 }) })).toEqual(['a.example', 'a.example']);
    expect(await claim()).toEqual(['a.example']);
  });

  it('are taken behind the host where the last look ended', async () => {
    for (const host of ['a', 'b', 'c']) await wait(host, 4);
    expect(await claim({ limit: 2 })).toEqual(['a', 'b']);
    expect(await claim({ limit: 2, after: 'b' })).toEqual(['c', 'a']);
  });

  it('leave the rest of the slots to hosts that answer, where the others have theirs', async () => {
    for (const host of ['a', 'b', 'c', 'z']) await wait(host, 4);
    expect(await claim({ limitOfOthers: 2, rooms: rooms({ z: 4 }) })).toEqual(['a', 'b', 'z', 'z', 'z', 'z']);
    expect(await claim({ limitOfOthers: 0 })).toEqual([]);
  });

  it('are looked for at a part of the hosts, where they are many, and behind them the next time', async () => {
    await query(
      `INSERT INTO webhook_deliveries (type, url, host, payload)
       SELECT 'job.settled', 'http://h/', to_char(n, 'FM0000'), '{}' FROM generate_series(1, 2200) AS n`,
    );
    const busy = new Map(Array.from({ length: 1_000 }, (_, n) => [String(n + 1).padStart(4, '0'), 0]));
    expect(await look({ rooms: busy })).toEqual({ due: [], visitedTo: '1000' });
    const { due, visitedTo } = await look({ after: '1000', limit: 3 });
    expect([due.length, visitedTo]).toEqual([3, '2000']);
    expect(await look({ after: '2000', limitOfOthers: 0 })).toEqual({ due: [], visitedTo: '' });
  });

  it('are due again when their lease is over', async () => {
    await wait('a', 1);
    expect(await claim({ leaseMs: 0 })).toEqual(['a']);
    expect(await claim()).toEqual(['a']);
    expect(await claim()).toEqual([]);
  });

  it('stay delivered when an attempt ends that began before', async () => {
    await wait('a', 1);
    expect(await deliveries.record(taken('1'), outcome(true))).toMatchObject({ state: 'delivered' });
    expect(await deliveries.record(taken('1'), outcome(false))).toMatchObject({ state: 'delivered' });
    expect(await query('SELECT attempt, status FROM webhook_attempts ORDER BY attempt')).toEqual([
      { attempt: 1, status: 200 },
      { attempt: 2, status: 500 },
    ]);
  });
});

describe('Attempts that end together', () => {
  it('leave an endpoint disabled that one of them has disabled', async () => {
    await query(
      `INSERT INTO webhook_endpoints (url, events, created_by, secret) VALUES ('http://a/', '{job.settled}', 't', 's')`,
    );
    await wait('a', 2);
    await query('UPDATE webhook_deliveries SET endpoint_id = 1');
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM webhook_endpoints FOR UPDATE');
    const gone = deliveries.record(taken('1'), { ...outcome(false), pauseMs: null, isGone: true });
    await untilBlocked(1);
    const failed = deliveries.record(taken('2'), outcome(false));
    await untilBlocked(2);
    await holder.commitTransaction();
    await holder.release();
    await Promise.all([gone, failed]);
    expect(await query('SELECT enabled, disabled_reason FROM webhook_endpoints')).toEqual([
      { enabled: false, disabled_reason: 'Its receiver answered 410 (Gone).' },
    ]);
  });
});

describe('A receiver that is dead', () => {
  it('is given up after a day, however few attempts there were', async () => {
    await failing('23 hours');
    const early = await deliveries.record(taken('1'), outcome(false));
    expect(early).toEqual({ state: 'pending', disabledReason: null });
    await query(`UPDATE webhook_endpoints SET failing_since = now() - interval '25 hours'`);
    await query(`UPDATE webhook_deliveries SET failing_since = now() - interval '25 hours' WHERE id = 2`);
    const late = await deliveries.record(taken('2'), outcome(false));
    expect(late).toMatchObject({
      state: 'failed',
      disabledReason: expect.stringContaining('Nothing') as string,
    });
  });

  it('is given up by what has waited for a day for its first attempt', async () => {
    await failing('25 hours');
    await query('UPDATE webhook_deliveries SET failing_since = NULL');
    await query('UPDATE webhook_deliveries SET created_at = now() WHERE id = 1');
    expect(await deliveries.record(taken('1'), outcome(false))).toMatchObject({ state: 'pending' });
    expect(await deliveries.record(taken('2'), outcome(false))).toMatchObject({ state: 'failed' });
    expect(await query('SELECT enabled FROM webhook_endpoints')).toEqual([{ enabled: false }]);
  });
});

describe('An endpoint that is disabled', () => {
  it('stays so when an attempt ends at the same moment', async () => {
    await failing('1 hour');
    const admin = database.dataSource.createQueryRunner();
    await admin.startTransaction();
    await admin.query(DISABLE);
    const ending = deliveries.record(taken('1'), outcome(true));
    await untilBlocked(1);
    await admin.commitTransaction();
    await admin.release();
    expect(await ending).toEqual({ state: 'delivered', disabledReason: null });
    const rows = await query('SELECT enabled, disabled_reason FROM webhook_endpoints');
    expect(rows).toEqual([{ enabled: false, disabled_reason: 'By hand.' }]);
  });

  it('gives up what waits for it, unless it is enabled again by then', async () => {
    await failing('1 hour');
    await deliveries.abandon('1', 'r');
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
    await query(DISABLE);
    await deliveries.abandon('1', 'r');
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
  });
});

describe('A delivery that is sent again', () => {
  it('is left to its new round by the failure of an attempt that began before, but not by its success', async () => {
    await wait('a', 1);
    await query('UPDATE webhook_deliveries SET next_attempt_at = $1', ['2030-01-01']);
    const before = await query('SELECT tries, next_attempt_at, failing_since FROM webhook_deliveries');
    const last = { ...outcome(false), pauseMs: null };
    expect(await deliveries.record(taken('1', 11), last)).toMatchObject({ state: 'pending' });
    expect(await query('SELECT tries, next_attempt_at, failing_since FROM webhook_deliveries')).toEqual(
      before,
    );
    expect(await query('SELECT attempt, status FROM webhook_attempts')).toEqual([
      { attempt: 1, status: 500 },
    ]);
    expect(await deliveries.record(taken('1', 11), outcome(true))).toMatchObject({ state: 'delivered' });
  });
});

describe('The log of deliveries', () => {
  it('loses what is older than 30 days, with its attempts, but nothing that waits', async () => {
    await wait('a', 3);
    await deliveries.record(taken('1'), outcome(true));
    await deliveries.record(taken('2'), outcome(true));
    await query(`UPDATE webhook_deliveries SET created_at = now() - interval '31 days' WHERE id IN (1, 3)`);
    expect(await deliveries.sweep()).toBe(false);
    expect(await query('SELECT id FROM webhook_deliveries ORDER BY id')).toEqual([{ id: '2' }, { id: '3' }]);
    expect(await query('SELECT delivery_id FROM webhook_attempts')).toEqual([{ delivery_id: '2' }]);
  });
});

describe('The secret of the instance', () => {
  it('is the same for all that need it first at the same time', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => new InstanceSecretRepository(database.dataSource).current()),
    );
    expect(new Set(all.flat()).size).toBe(1);
    expect(all[0]?.[0]).toMatch(/^whsec_[\w+/]{43}=$/);
  });
});
