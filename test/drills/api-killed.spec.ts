import { visit } from '../support/api.js';
import { Drill, LONG, report, RESUME_MS, seconds } from '../support/drills/drill.js';
import type { Service } from '../support/service.js';

const JOBS = LONG ? 600 : 150;
const AT_ONCE = 12;
const DEATHS = LONG ? 4 : 1;

let drill: Drill;
let port: string;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

/** Sends the same submit with the same key until it is answered, as a careful client does. */
async function submitUntilAnswered(url: string, key: string): Promise<string> {
  const body = { count: 1, visits: [visit('RP00001', ...drill.urls(3))], reference: key };
  const ask = () =>
    fetch(`${url}/api/submit`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    }).then(
      async (response) => ({ status: response.status, body: (await response.json()) as { job_id: string } }),
      () => undefined, // the API died over it
    );
  const answer = await drill.until(ask, 50);
  expect(answer.status).toBe(201);
  return answer.body.job_id;
}

/** Clients that work through the keys together, and count the answers. */
async function burst(url: string, answers: Map<string, string>): Promise<void> {
  const keys = Array.from({ length: JOBS }, (_, n) => `burst-${n}`);
  const client = async () => {
    for (let key = keys.shift(); key !== undefined; key = keys.shift())
      answers.set(key, await submitUntilAnswered(url, key));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
}

describe('An API that is killed with kill -9 during a burst of submits', () => {
  it('keeps every 201, makes no job twice, and its work goes on within 15 s', async () => {
    const worker = await drill.start('worker');
    let api: Service = await drill.start('api');
    port = String(api.port);
    const answers = new Map<string, string>();
    const clients = burst(api.url, answers);
    for (let death = 1; death <= DEATHS; death += 1) {
      await drill.until(() => answers.size >= (JOBS * death) / (DEATHS + 1), 5);
      await drill.kill(api);
      report(`API killed after ${answers.size} of ${JOBS} answers`);
      const down = Date.now();
      api = await drill.start('api', { PORT: port });
      report(`API served again after ${seconds(Date.now() - down)}`);
    }
    await clients;

    const jobs = await drill.database.dataSource.query<{ id: string; reference: string }[]>(
      'SELECT id, reference FROM jobs ORDER BY id',
    );
    // Not one job more than keys: those that died without an answer were found again by their key.
    expect(new Map(jobs.map(({ id, reference }) => [reference, id]))).toEqual(answers);
    expect(jobs).toHaveLength(JOBS);
    for (const jobId of answers.values())
      expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
    expect(worker.process.exitCode).toBeNull();
  });

  it('with the dispatcher in it: another process hands out within 15 s', async () => {
    const first = await drill.start('api');
    const worker = await drill.start('worker');
    const jobId = await drill.submit(first, 200);
    await drill.untilProcessed(first, jobId, 30);
    const { at } = await drill.kill(first);
    const api = await drill.start('api');
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
    const gap = await longestGapMs(at);
    report(`dispatcher killed: the longest time without a result was ${seconds(gap)}`);
    expect(gap).toBeLessThan(RESUME_MS);
    expect(worker.log()).not.toContain('A worker died');
  });
});

/** The longest time between two results after a moment. */
async function longestGapMs(at: Date): Promise<number> {
  const [row] = await drill.database.dataSource.query<[{ ms: number }]>(
    `SELECT max(extract(epoch FROM recorded_at - before) * 1000)::float8 AS ms FROM (
      SELECT recorded_at, lag(recorded_at, 1, $1::timestamptz) OVER (ORDER BY recorded_at) AS before
      FROM image_results WHERE recorded_at > $1) AS results`,
    [at],
  );
  return row.ms;
}
