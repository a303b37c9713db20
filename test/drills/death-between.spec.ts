import { once } from 'node:events';
import { post, visit } from '../support/api.js';
import { Drill, report, RESUME_MS, seconds } from '../support/drills/drill.js';

let drill: Drill;
beforeEach(async () => {
  drill = await Drill.begin();
});
afterEach(() => drill?.end());

/** Time until the last image of a job was measured, from a moment on. */
async function settledAfterMs(jobId: string, at: Date): Promise<number> {
  const [row] = await drill.database.dataSource.query<[{ at: Date }]>(
    'SELECT settled_at AS at FROM jobs WHERE id = $1',
    [jobId],
  );
  return row.at.getTime() - at.getTime();
}

describe('A process that dies between two steps', () => {
  it('commit of a submit and everything after it: the job is there, once, and is measured', async () => {
    const [dying] = await Promise.all([
      drill.start('api', { FAULT_POINTS: 'after-commit' }),
      drill.start('worker'),
    ]);
    const body = { count: 1, visits: [visit('RP00001', ...drill.urls(20))] };
    const headers = { 'Idempotency-Key': 'the only one' };
    await expect(post(dying.url, '/api/submit', body, headers)).rejects.toThrow();
    const at = new Date();
    const api = await drill.start('api');
    const again = await post(api.url, '/api/submit', body, headers);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    const jobId = again.body['job_id'] as string;
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
    const after = await settledAfterMs(jobId, at);
    report(`died after the commit: the job was settled ${seconds(after)} later`);
    expect(after).toBeLessThan(RESUME_MS);
  });

  it('leases and the messages that announce them: another process announces', async () => {
    const dying = await drill.start('api', { FAULT_POINTS: 'after-hand-out' });
    const exit = once(dying.process, 'exit');
    const jobId = await drill.submit(dying, 100);
    await drill.start('worker');
    await exit;
    const at = new Date();
    const api = await drill.start('api');
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
    const after = await settledAfterMs(jobId, at);
    report(`died between lease and message: the job was settled ${seconds(after)} later`);
    expect(after).toBeLessThan(RESUME_MS);
  });

  it('measuring and recording: somebody else measures again', async () => {
    const api = await drill.start('api');
    const dying = await drill.start('worker', { FAULT_POINTS: 'before-record' });
    const exit = once(dying.process, 'exit');
    const jobId = await drill.submit(api, 8);
    await exit;
    const at = new Date();
    expect((await drill.status(api, jobId)).progress).toMatchObject({ processed: 0, failed: 0 });
    await drill.start('worker');
    expect(await drill.untilSettled(api, jobId)).toMatchObject({ status: 'completed' });
    await drill.check();
    const after = await settledAfterMs(jobId, at);
    report(`died between measuring and recording: the job was settled ${seconds(after)} later`);
    expect(after).toBeLessThan(RESUME_MS);
  });
});
