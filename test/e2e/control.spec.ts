import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { get, post, submit, untilSettled, visit, type StatusBody } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { photo } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface JobBody {
  readonly state: string;
  readonly status: string;
  readonly run: number;
  readonly cancelled_at: string | null;
  readonly paused_at: string | null;
  readonly progress: StatusBody['progress'];
  readonly events: { kind: string; actor: string | null; detail: Record<string, unknown> | null }[];
}
interface ImagesBody {
  readonly images: { state: string; run: number; code: string | null; idx: number }[];
}

let stack: Stack;
let host: ImageServer;
let here: Service;
let there: Service;
let workers: Service[];
/** Downloads that have begun and never end by themselves, while the host is out of order. */
const hanging = new Set<ServerResponse>();
let hung = 0;
let outOfOrder = true;

beforeAll(async () => {
  const picture = await photo(64, 48).jpeg().toBuffer();
  host = await serveImages({
    '/good.jpg': picture,
    '/hangs.jpg': (_, response) => {
      if (!outOfOrder) return response.end(picture);
      hanging.add(response);
      hung += 1;
      response.on('close', () => hanging.delete(response));
      response.writeHead(200, { 'Content-Length': 1_000_000 }).write(picture.subarray(0, 100));
    },
    '/broken.jpg': (_, response) => {
      if (outOfOrder) response.writeHead(404).end();
      else response.end(picture);
    },
  });
  stack = await startStack();
  await addStores(stack.database, 5, '7100015');
  await stack.database.dataSource.query(
    `INSERT INTO stores (id, name, area_code) VALUES ('X1', 'X', '9999999')`,
  );
  const worker = { ROLE: 'worker', IMAGES_IN_FLIGHT: '8', GPU_SLEEP_MIN_MS: '50', GPU_SLEEP_MAX_MS: '100' };
  [here, there, ...workers] = await Promise.all([
    stack.start({ ROLE: 'api' }),
    stack.start({ ROLE: 'api' }),
    stack.start({ ...worker, IMAGE_TIMEOUT_MS: '100000' }),
    stack.start({ ...worker, IMAGE_TIMEOUT_MS: '100000' }),
  ]);
});
beforeEach(() => {
  outOfOrder = true;
});
afterAll(async () => {
  await stack?.stop();
  await host?.stop();
});

const urls = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${host.url}/${name}.jpg?${n}`);
const jobOf = async (jobId: string, api = here) => (await get<JobBody>(api.url, `/api/jobs/${jobId}`)).body;
const imagesOf = async (jobId: string, query = '') =>
  (await get<ImagesBody>(here.url, `/api/jobs/${jobId}/images?limit=500${query}`)).body.images;
const act = (api: Service, path: string, body: unknown = {}) => post(api.url, path, body);

/** Waits for something that has to happen, and has no other end than the test's. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

/** Until no download begins any more: what has begun late would look as if it came after the cancelling. */
async function untilAllPlacesTaken(): Promise<void> {
  for (let before = -1; before !== hung; await sleep(500)) before = hung;
}

describe('POST /api/jobs/:id/cancel', () => {
  it('stops a job in the middle from any API: results stay, downloads are broken off, others have their places', async () => {
    const jobId = await submit(here.url, [visit('RP00001', ...urls('good', 4), ...urls('hangs', 60))]);
    await until(async () => (await jobOf(jobId)).progress.processed === 4 && hanging.size >= 4);
    await untilAllPlacesTaken();
    const answer = await act(there, `/api/jobs/${jobId}/cancel`);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'cancelled', status: 'failed', progress: { processed: 4, cancelled: 60, pending: 0 } },
    });
    expect(answer.body['cancelled_at']).toBe(answer.body['settled_at']);
    await until(() => hanging.size === 0);
    const begun = hung;
    const next = await submit(here.url, [visit('RP00002', ...urls('good', 30))]);
    expect(await untilSettled(here.url, next)).toMatchObject({ status: 'completed' });
    expect(hung).toBe(begun);
    for (const worker of workers) expect(worker.log()).not.toContain('Warning');
    expect(await jobOf(jobId)).toMatchObject({
      state: 'cancelled',
      progress: { processed: 4, cancelled: 60 },
    });

    const { body: status } = await get<StatusBody>(here.url, `/api/status?jobid=${jobId}`);
    expect(status).toMatchObject({ status: 'failed', error_count: 1 });
    expect(status.error).toEqual([
      {
        store_id: null,
        code: 'JOB_CANCELLED',
        image_url: null,
        error: `Job ${jobId} was cancelled before 60 of its 64 images were measured.`,
      },
    ]);
    expect(await imagesOf(jobId, '&state=cancelled')).toHaveLength(60);
    expect(await imagesOf(jobId, '&state=pending')).toEqual([]);
    const history = await get<{ stores: { visits: { images: { state: string }[] }[] }[] }>(
      here.url,
      '/api/visits?storeid=RP00001',
    );
    expect(history.body.stores[0]?.visits[0]?.images.at(-1)).toMatchObject({ state: 'cancelled' });
  });

  it('answers 409 with the state to a second time and to a job that is settled, 404 to one that is not there', async () => {
    const [hangs, good] = [
      await submit(here.url, [visit('RP00001', ...urls('hangs', 1))]),
      await submit(here.url, [visit('RP00001', ...urls('good', 1))]),
    ];
    const both = await Promise.all([here, there].map((api) => act(api, `/api/jobs/${hangs}/cancel`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await act(here, `/api/jobs/${hangs}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_CANCELLED' },
    });
    await untilSettled(here.url, good);
    expect(await act(here, `/api/jobs/${good}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_SETTLED' },
    });
    expect(await act(here, '/api/jobs/999999/cancel')).toMatchObject({
      status: 404,
      body: { code: 'JOB_NOT_FOUND' },
    });
    expect(await act(here, '/api/jobs/x/cancel')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_JOB_ID' },
    });
    expect((await jobOf(hangs)).events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitted', 'cancelled', 'settled']),
    );
  });
});

describe('POST /api/jobs/cancel', () => {
  const cancel = (api: Service, filter: object, dryRun?: boolean) =>
    act(api, '/api/jobs/cancel', { filter, dry_run: dryRun });

  it('counts, and then cancels, the jobs that fit, each once whoever else does', async () => {
    const extra = { reference: 'stop', labels: { team: 'west' } };
    const submitHanging = (count: number) =>
      submit(here.url, [visit('RP00001', ...urls('hangs', count))], extra);
    const good = await submit(here.url, [visit('RP00001', ...urls('good', 1))], extra);
    const untouched = await submit(here.url, [visit('RP00001', ...urls('hangs', 1))], { reference: 'go' });
    const hangs = [await submitHanging(2), await submitHanging(3), await submitHanging(1)];
    await untilSettled(here.url, good);
    await act(here, `/api/jobs/${hangs[2]}/pause`);
    expect(await cancel(here, { reference: 'stop', label: 'team:west' }, true)).toMatchObject({
      status: 200,
      body: { dry_run: true, jobs: 3, images: 6, settled: 0 },
    });
    const named = { job_ids: [...hangs, good, '999999'], reference: 'stop' };
    expect((await cancel(there, named, true)).body).toEqual({
      dry_run: true,
      jobs: 3,
      images: 6,
      settled: 1,
    });
    const paused = { ...named, state: 'paused' };
    expect((await cancel(there, paused, true)).body).toMatchObject({ jobs: 1, images: 1, settled: 1 });
    expect((await cancel(there, { store_id: 'X1' }, true)).body).toMatchObject({ jobs: 0 });
    expect(await jobOf(hangs[0] ?? '')).toMatchObject({ status: 'ongoing' });

    const answers = (await Promise.all([cancel(here, named), cancel(there, named)])).map(({ body }) => body);
    const sum = (field: string) => answers.reduce((total, body) => total + Number(body[field]), 0);
    expect({ jobs: sum('jobs'), images: sum('images'), skipped: sum('skipped') }).toEqual({
      jobs: 3,
      images: 6,
      skipped: 5,
    });
    for (const jobId of hangs) expect(await jobOf(jobId)).toMatchObject({ state: 'cancelled' });
    expect(await jobOf(untouched)).toMatchObject({ status: 'ongoing' });
    expect((await cancel(here, named)).body).toEqual({ dry_run: false, jobs: 0, images: 0, skipped: 4 });
    const { entries } = (
      await get<{ entries: { detail: { jobs: number } }[] }>(here.url, '/api/audit?action=jobs.cancelled')
    ).body;
    expect(entries[0]).toMatchObject({ subject: 'filter', detail: { filter: named } });
    expect(entries.reduce((total, { detail }) => total + detail.jobs, 0)).toBe(3);
    const single = await get<{ entries: object[] }>(
      here.url,
      `/api/audit?action=job.cancelled&subject=${hangs[0]}`,
    );
    expect(single.body.entries).toHaveLength(1);
    await act(here, `/api/jobs/${untouched}/cancel`);
  });

  it('takes 1,000 jobs at once, and says how to name fewer', async () => {
    const { dataSource } = stack.database;
    await dataSource.query(
      `INSERT INTO jobs (visit_count, total, reference) SELECT 1, 1, 'many' FROM generate_series(1, 1001)`,
    );
    for (const dryRun of [true, false]) {
      expect(await cancel(here, { reference: 'many' }, dryRun)).toMatchObject({
        status: 422,
        body: { code: 'CANCEL_TOO_LARGE', error: expect.stringContaining('"from"') },
      });
    }
    await dataSource.query(`DELETE FROM jobs WHERE id = (SELECT max(id) FROM jobs WHERE reference = 'many')`);
    expect((await cancel(here, { reference: 'many' }, true)).body).toMatchObject({
      jobs: 1_000,
      images: 1_000,
    });
    await dataSource.query(`DELETE FROM jobs WHERE reference = 'many'`);
  });

  it.each([
    [{}, 422, 'EMPTY_FILTER'],
    [{ filter: {}, dry_run: true }, 422, 'EMPTY_FILTER'],
    [{ filter: { state: 'failed' } }, 400, 'INVALID_INPUT'],
    [{ filter: { state: '' } }, 400, 'INVALID_INPUT'],
    [{ filter: { status: 'ongoing' } }, 400, 'INVALID_INPUT'],
    [{ filter: { job_ids: [] } }, 400, 'INVALID_INPUT'],
    [{ filter: { job_ids: ['x'] } }, 400, 'INVALID_JOB_ID'],
    [{ filter: { store_id: 7 } }, 400, 'INVALID_INPUT'],
    [{ filter: { reference: 'none' }, dry_run: 1 }, 400, 'INVALID_INPUT'],
  ])('answers to %j with %d %s, and never takes all jobs', async (body, status, code) => {
    expect(await act(here, '/api/jobs/cancel', body)).toMatchObject({ status, body: { code } });
  });
});

describe('A job that was cancelled', () => {
  it('is what its Idempotency-Key goes on answering: a repeated submit brings nothing back', async () => {
    const body = { count: 1, visits: [visit('RP00001', ...urls('hangs', 1))] };
    const send = () => post(there.url, '/api/submit', body, { 'Idempotency-Key': 'cancelled' });
    const jobId = (await send()).body['job_id'] as string;
    await act(here, `/api/jobs/${jobId}/cancel`);
    expect(await send()).toMatchObject({ status: 201, body: { job_id: jobId } });
    expect(await jobOf(jobId)).toMatchObject({ state: 'cancelled', run: 0 });
  });
});

describe('A pause', () => {
  it('of a job holds it where it is, and lets it go on from any API', async () => {
    const jobId = await submit(here.url, [visit('RP00001', ...urls('good', 200))]);
    await until(async () => (await jobOf(jobId)).progress.processed > 0);
    expect(await act(there, `/api/jobs/${jobId}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_NOT_PAUSED' },
    });
    const paused = await act(there, `/api/jobs/${jobId}/pause`);
    expect(paused).toMatchObject({ status: 200, body: { state: 'paused', status: 'ongoing' } });
    // What was begun is finished; then nothing moves, while another job does.
    const other = await submit(here.url, [visit('RP00002', ...urls('good', 20))]);
    await untilSettled(here.url, other);
    const { progress: before } = await jobOf(jobId);
    await sleep(500);
    expect((await jobOf(jobId)).progress).toEqual(before);
    expect(before.pending).toBeGreaterThan(0);
    expect(await act(here, `/api/jobs/${jobId}/pause`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_PAUSED' },
    });
    expect(await act(here, `/api/jobs/${jobId}/resume`)).toMatchObject({
      status: 200,
      body: { state: 'running', paused_at: null },
    });
    expect(await untilSettled(here.url, jobId)).toMatchObject({ progress: { processed: 200 } });
    expect((await jobOf(jobId)).events.map(({ kind }) => kind)).toEqual([
      'submitted',
      'started',
      'paused',
      'resumed',
      'settled',
    ]);
    expect(await act(here, `/api/jobs/${jobId}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_SETTLED', error: expect.stringContaining(`Job ${jobId} is completed`) },
    });
  });

  it('of everything holds every job, and jobs are still taken in', async () => {
    expect((await get(here.url, '/api/dispatch')).body).toEqual({
      paused: false,
      paused_at: null,
      paused_by: null,
    });
    expect(await act(here, '/api/dispatch/pause')).toMatchObject({
      status: 200,
      body: { paused: true, paused_by: 'open' },
    });
    const jobId = await submit(there.url, [visit('RP00001', ...urls('good', 3))]);
    await sleep(600);
    expect(await jobOf(jobId)).toMatchObject({ state: 'queued', progress: { pending: 3 } });
    expect(await act(there, '/api/dispatch/pause')).toMatchObject({
      status: 409,
      body: { code: 'DISPATCH_PAUSED' },
    });
    expect(await (await fetch(`${there.url}/metrics`)).text()).toContain('smp_dispatch_paused 1');
    expect(await act(there, '/api/dispatch/resume')).toMatchObject({ status: 200, body: { paused: false } });
    expect(await untilSettled(here.url, jobId)).toMatchObject({ status: 'completed' });
    expect(await act(here, '/api/dispatch/resume')).toMatchObject({
      status: 409,
      body: { code: 'DISPATCH_NOT_PAUSED' },
    });
  });
});

describe('POST /api/jobs/:id/retry', () => {
  it('runs only what failed again, as a run of its own, and leaves the earlier one readable', async () => {
    const jobId = await submit(here.url, [
      visit('RP00001', ...urls('good', 3), ...urls('broken', 2)),
      visit('X1', ...urls('broken', 1)),
    ]);
    expect(await untilSettled(here.url, jobId)).toMatchObject({ status: 'failed', error_count: 3 });
    const preview = { job_id: jobId, dry_run: true, images: 3, cancelled: 0, stores: 2 };
    expect(await act(there, `/api/jobs/${jobId}/retry`, { dry_run: true })).toMatchObject({
      status: 200,
      body: { ...preview, by_code: [{ code: 'HTTP_404', images: 3 }] },
    });
    expect((await jobOf(jobId)).run).toBe(0);
    const before = host.requests.get('/good.jpg');
    outOfOrder = false;
    expect(
      await act(there, `/api/jobs/${jobId}/retry`, { codes: ['HTTP_404'], area_codes: ['7100015'] }),
    ).toMatchObject({
      status: 202,
      body: { job_id: jobId, run: 1, images: 2, dry_run: false },
    });
    expect(await untilSettled(here.url, jobId)).toMatchObject({ status: 'failed', error_count: 1 });
    const byCode = async () =>
      (await get<{ jobs: { job_id: string }[] }>(here.url, '/api/jobs?code=HTTP_404')).body.jobs;
    expect(await byCode()).toMatchObject([{ job_id: jobId }]);
    expect((await act(here, `/api/jobs/${jobId}/retry`)).body).toMatchObject({ run: 2, images: 1 });
    expect(await untilSettled(here.url, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 6 },
    });
    expect(await byCode()).toEqual([]);
    expect(host.requests.get('/good.jpg')).toBe(before);

    const states = (images: ImagesBody['images']) => images.map(({ state, run }) => `${state} in ${run}`);
    expect(states(await imagesOf(jobId, '&run=0'))).toEqual([
      ...Array<string>(3).fill('measured in 0'),
      ...Array<string>(3).fill('failed in 0'),
    ]);
    expect(states(await imagesOf(jobId, '&run=1'))).toEqual(['measured in 1', 'measured in 1']);
    expect(states(await imagesOf(jobId)).slice(3)).toEqual([
      'measured in 1',
      'measured in 1',
      'measured in 2',
    ]);
    const reopened = (await jobOf(jobId)).events.filter(({ kind }) => kind === 'reopened');
    expect(reopened.map(({ detail }) => detail)).toEqual([
      { run: 1, images: 2, filter: { codes: ['HTTP_404'], area_codes: ['7100015'] } },
      { run: 2, images: 1, filter: {} },
    ]);
    expect(await act(here, `/api/jobs/${jobId}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_RETRY' },
    });
    expect(await get(here.url, `/api/jobs/${jobId}/images?run=3`)).toMatchObject({
      status: 400,
      body: { code: 'UNKNOWN_RUN' },
    });
  });

  it('runs again what was cancelled, and refuses a job that is ongoing', async () => {
    const jobId = await submit(here.url, [visit('RP00001', ...urls('hangs', 6))]);
    await until(() => hanging.size > 0);
    expect(await act(here, `/api/jobs/${jobId}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_ONGOING' },
    });
    await act(here, `/api/jobs/${jobId}/cancel`);
    outOfOrder = false;
    expect(await act(here, `/api/jobs/${jobId}/retry`, { states: ['failed'] })).toMatchObject({
      status: 409,
    });
    expect(await act(here, `/api/jobs/${jobId}/retry`, { states: ['cancelled'] })).toMatchObject({
      status: 202,
      body: { run: 1, images: 6 },
    });
    expect(await untilSettled(here.url, jobId)).toMatchObject({
      status: 'completed',
      progress: { processed: 6 },
    });
    expect(await jobOf(jobId)).toMatchObject({ state: 'completed', cancelled_at: null });
    expect((await imagesOf(jobId, '&run=0')).map(({ state }) => state)).toEqual(
      Array<string>(6).fill('cancelled'),
    );
  });

  it.each([
    [{ code: ['HTTP_404'] }, '"code"'],
    [{ codes: [] }, '"codes"'],
    [{ codes: 'HTTP_404' }, '"codes"'],
    [{ states: ['pending'] }, '"states"'],
    [{ dry_run: 'yes' }, '"dry_run"'],
    [[], 'object'],
  ])('answers 400 to %j and names it', async (body, named) => {
    const { status, body: answer } = await act(here, '/api/jobs/1/retry', body);
    expect(status).toBe(400);
    expect(answer['error']).toContain(named);
  });
});

describe('POST /api/jobs/retry', () => {
  it('runs the failed images of all jobs that fit again, and tells how far that is', async () => {
    const extra = { reference: 'bulk', labels: { team: 'north' } };
    const jobs = await Promise.all(
      [1, 2].map((n) =>
        submit(here.url, [visit('RP00001', ...urls('broken', n), ...urls('good', 1))], extra),
      ),
    );
    const untouched = await submit(here.url, [visit('RP00001', ...urls('broken', 1))], {
      reference: 'other',
    });
    for (const jobId of [...jobs, untouched]) await untilSettled(here.url, jobId);
    const filter = { reference: 'bulk', label: 'team:north', status: 'failed' };
    expect(await act(here, '/api/jobs/retry', { filter, dry_run: true })).toMatchObject({
      status: 200,
      body: { jobs: 2, images: 3, ongoing: 0, by_code: [{ code: 'HTTP_404', images: 3 }], dry_run: true },
    });
    outOfOrder = false;
    const { status, body } = await act(there, '/api/jobs/retry', { filter });
    expect({ status, body }).toMatchObject({ status: 202, body: { jobs: 2, images: 3, dry_run: false } });
    const retryId = body['retry_id'] as string;
    const summary = async () =>
      (await get<{ jobs: Record<string, number> }>(here.url, `/api/retries/${retryId}`)).body;
    await until(async () => (await summary()).jobs['settled'] === 2);
    expect(await summary()).toMatchObject({
      retry_id: retryId,
      filter,
      images: 3,
      jobs: { total: 2, waiting: 0, reopened: 2, skipped: 0, settled: 2, failed: 0 },
    });
    expect(await jobOf(untouched)).toMatchObject({ state: 'failed', run: 0 });
    const listed = async (state: string) =>
      (await get<{ jobs: { job_id: string }[] }>(here.url, `/api/jobs?reference=other&state=${state}`)).body
        .jobs;
    expect(await listed('failed')).toMatchObject([{ job_id: untouched }]);
    expect(await listed('cancelled')).toEqual([]);
    expect((await jobOf(jobs[0] ?? '')).events.find(({ kind }) => kind === 'reopened')?.detail).toMatchObject(
      {
        retry_id: retryId,
      },
    );
    expect((await get<{ retries: unknown[] }>(here.url, '/api/retries')).body.retries).toHaveLength(1);
    expect(await act(here, '/api/jobs/retry', { filter })).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_RETRY' },
    });
    expect((await get(here.url, '/api/retries/999')).status).toBe(404);
  });

  it('tells jobs that failed from those that were cancelled, and images likewise', async () => {
    const extra = { reference: 'both' };
    const failed = await submit(here.url, [visit('RP00001', `${here.url}/none.jpg`)], extra);
    await untilSettled(here.url, failed);
    await act(here, '/api/dispatch/pause', {});
    const cancelled = await submit(here.url, [visit('RP00001', `${here.url}/none.jpg`)], extra);
    await act(here, `/api/jobs/${cancelled}/cancel`, {});
    await act(here, '/api/dispatch/resume', {});
    const preview = async (filter: object) => {
      const body = { filter: { reference: 'both', ...filter }, dry_run: true };
      const { jobs, images, cancelled: given } = (await act(here, '/api/jobs/retry', body)).body;
      return [jobs, images, given];
    };
    expect(await preview({})).toEqual([2, 2, 1]);
    expect(await preview({ state: 'failed' })).toEqual([1, 1, 0]);
    expect(await preview({ state: 'cancelled' })).toEqual([1, 1, 1]);
    expect(await preview({ state: 'failed', status: 'failed' })).toEqual([1, 1, 0]);
    expect(await preview({ state: 'failed', status: 'ongoing' })).toEqual([0, 0, 0]);
    expect(await preview({ states: ['cancelled'] })).toEqual([1, 1, 1]);
    expect(await preview({ job_ids: [failed], states: ['cancelled'] })).toEqual([0, 0, 0]);
  });

  it('takes lists of as many entries as it says', async () => {
    const list = Array.from({ length: 1_000 }, (_, n) => String(n + 1_000));
    const filter = { job_ids: list, store_ids: list, area_codes: list, codes: list };
    expect(await act(here, '/api/jobs/retry', { filter })).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_RETRY' },
    });
  });

  it.each([
    [{}, 422, 'EMPTY_FILTER'],
    [{ filter: {} }, 422, 'EMPTY_FILTER'],
    [{ filter: { reference: '' } }, 400, 'INVALID_INPUT'],
    [{ filter: { job_ids: [] } }, 400, 'INVALID_INPUT'],
    [{ filter: { job_ids: ['x'] } }, 400, 'INVALID_JOB_ID'],
    [{ filter: { status: 'done' } }, 400, 'INVALID_INPUT'],
    [{ filter: { state: 'running' } }, 400, 'INVALID_INPUT'],
    [{ filter: { states: ['measured'] } }, 400, 'INVALID_INPUT'],
    [{ filter: null }, 400, 'INVALID_INPUT'],
    [{ filter: { label: 'team:\ud800' } }, 400, 'INVALID_INPUT'],
  ])('answers to %j with %d %s, and never takes all jobs', async (body, status, code) => {
    expect(await act(here, '/api/jobs/retry', body)).toMatchObject({ status, body: { code } });
  });
});
