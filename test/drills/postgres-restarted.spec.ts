import { setTimeout as sleep } from 'node:timers/promises';
import { get, post, visit } from '../support/api.js';
import { Drill, LONG, report, RESUME_MS, seconds, SUBMIT_MS } from '../support/drills/drill.js';
import { OwnPostgres } from '../support/drills/own-postgres.js';
import type { Service } from '../support/service.js';

const OUTAGE_MS = LONG ? 30_000 : 4_000;

let postgres: OwnPostgres;
let drill: Drill;
let api: Service;
let worker: Service;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
});
beforeEach(async () => {
  drill = await Drill.begin(postgres.url);
  [api, worker] = await Promise.all([drill.start('api'), drill.start('worker')]);
});
afterEach(() => drill?.end());
afterAll(() => postgres?.remove());

interface Submits {
  readonly accepted: string[];
  readonly refused: unknown[];
  slowestMs: number;
}

/** Submits small jobs, one after the other, until told to stop; an answer of any kind has to come in time. */
function keepSubmitting(): { stop: () => Promise<Submits> } {
  const submits: Submits = { accepted: [], refused: [], slowestMs: 0 };
  let stopped = false;
  const loop = drill.until(async () => {
    if (stopped) return true;
    const begun = performance.now();
    const visits = [visit('RP00001', ...drill.urls(3))];
    const { status, body } = await post(api.url, '/api/submit', { count: 1, visits });
    submits.slowestMs = Math.max(submits.slowestMs, performance.now() - begun);
    if (status === 201) submits.accepted.push(body['job_id'] as string);
    else submits.refused.push({ status, ...body });
    return false;
  }, 100);
  loop.catch(() => undefined); // told when it is stopped
  return {
    stop: async () => {
      stopped = true;
      await loop;
      return submits;
    },
  };
}

async function expectRecovered(
  jobId: string,
  at: Date,
  submits: Submits,
): Promise<{ firstResultMs: number }> {
  for (const id of [jobId, ...submits.accepted])
    expect(await drill.untilSettled(api, id)).toMatchObject({ status: 'completed' });
  await drill.check();
  expect([api.process.exitCode, worker.process.exitCode]).toEqual([null, null]);
  expect(await get(api.url, '/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  const [row] = await drill.database.dataSource.query<[{ first: Date }]>(
    'SELECT min(recorded_at) AS first FROM image_results WHERE recorded_at > $1',
    [at],
  );
  return { firstResultMs: row.first.getTime() - at.getTime() };
}

describe('Postgres', () => {
  it('stopped and started again: nobody exits, submits get 503 meanwhile, the job ends', async () => {
    const jobId = await drill.submit(api, LONG ? 800 : 500);
    await drill.untilProcessed(api, jobId, 50);
    const submitting = keepSubmitting();
    await sleep(300);
    await postgres.stop();
    await sleep(OUTAGE_MS);
    expect((await get(api.url, '/health/ready')).status).toBe(503);
    expect((await get(api.url, '/health/live')).status).toBe(200);
    await postgres.start();
    const at = new Date();
    await sleep(1_000);
    const submits = await submitting.stop();
    const { firstResultMs } = await expectRecovered(jobId, at, submits);
    report(
      `Postgres restarted: first result ${seconds(firstResultMs)} after it was back; ` +
        `${submits.refused.length} submits got 503, the slowest answer took ${submits.slowestMs.toFixed(0)} ms`,
    );
    expect(firstResultMs).toBeLessThan(RESUME_MS);
    expect(submits.slowestMs).toBeLessThan(SUBMIT_MS);
    expect(submits.refused).not.toHaveLength(0);
    for (const refusal of submits.refused) {
      expect(refusal).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
      expect(refusal).toHaveProperty('error', expect.stringMatching(/^The database .*\.$/));
    }
  });

  it(`killed ${LONG ? 5 : 2} times in the middle of statements: nothing is lost or doubled`, async () => {
    const jobId = await drill.submit(api, LONG ? 800 : 500);
    const submitting = keepSubmitting();
    let at = new Date();
    for (let death = 1; death <= (LONG ? 5 : 2); death += 1) {
      await drill.untilProcessed(api, jobId, death * 100);
      postgres.kill();
      await sleep(200); // what was committed before does not count
      at = new Date();
      await sleep(1_800);
    }
    const submits = await submitting.stop();
    const { firstResultMs } = await expectRecovered(jobId, at, submits);
    report(`Postgres killed: first result ${seconds(firstResultMs)} later`);
    expect(firstResultMs).toBeLessThan(RESUME_MS);
  });
});
