import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveriesRepository } from '../../../src/webhooks/delivery/deliveries.repository.js';
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

const claim = async (limit: number, after = '', rooms = new Map<string, number>(), leaseMs = 60_000) =>
  (await deliveries.claim(limit, after, rooms, leaseMs)).map(({ host }) => host).sort();

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

describe('Deliveries that are due', () => {
  it('are taken a few of each host, past a long queue for one of them', async () => {
    await wait('a.example', 1_000);
    await wait('b.example', 1);
    await wait('c.example', 1, `now() + interval '1 hour'`);
    expect(await claim(32)).toEqual([...Array<string>(4).fill('a.example'), 'b.example']);
    expect(await claim(32, '', new Map([['a.example', 0]]))).toEqual([]);
    expect(await claim(32, '', new Map([['a.example', 1]]))).toEqual(['a.example']);
  });

  it('are taken behind the host where the last look ended', async () => {
    for (const host of ['a', 'b', 'c']) await wait(host, 4);
    expect(await claim(4)).toEqual(['a', 'a', 'a', 'a']);
    expect(await claim(2, 'b')).toEqual(['c', 'c']);
  });

  it('are due again when their lease is over', async () => {
    await wait('a', 1);
    expect(await claim(1, '', new Map(), 0)).toEqual(['a']);
    expect(await claim(1)).toEqual(['a']);
    expect(await claim(1)).toEqual([]);
  });

  it('stay delivered when an attempt ends that began before', async () => {
    await wait('a', 1);
    expect(await deliveries.record('1', outcome(true))).toMatchObject({ state: 'delivered' });
    expect(await deliveries.record('1', outcome(false))).toMatchObject({ state: 'delivered' });
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
    const gone = deliveries.record('1', { ...outcome(false), pauseMs: null, isGone: true });
    await untilWaiting(1);
    const failed = deliveries.record('2', outcome(false));
    await untilWaiting(2);
    await holder.commitTransaction();
    await holder.release();
    await Promise.all([gone, failed]);
    expect(await query('SELECT enabled, disabled_reason FROM webhook_endpoints')).toEqual([
      { enabled: false, disabled_reason: 'Its receiver answered 410 (Gone).' },
    ]);
  });

  /** Statements that wait for a row somebody else holds. */
  async function untilWaiting(count: number): Promise<void> {
    for (let waiting = 0; waiting < count; await sleep(20)) {
      const [row] = await query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      waiting = row?.waiting ?? 0;
    }
  }
});

describe('The log of deliveries', () => {
  it('loses what is older than 30 days, with its attempts, but nothing that waits', async () => {
    await wait('a', 3);
    await deliveries.record('1', outcome(true));
    await deliveries.record('2', outcome(true));
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
