import { execFile } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import csvParser from 'csv-parser';
import readWorkbook from 'read-excel-file/node';
import { get, post, submit, untilSettled, visit } from '../support/api.js';
import { mebibytes, MemoryPeak, residentBytes } from '../support/drills/resident-memory.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

/** What a spreadsheet would calculate, as image URLs; none of them is fetched. */
const FORMULAS = ["=cmd|' /C calc'!A0", '+1', '-2+3', '@SUM(A1)', '  =1', '\t=1', '=1,"2"\n=3'];
const LARGE = 100_000;
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const [YESTERDAY, TOMORROW] = [dayIn(-1), dayIn(1)];

interface ImageBody {
  readonly timings: Record<string, number | null>;
  readonly [field: string]: unknown;
}

let stack: Stack;
let service: Service;
let sample: string;
let north: string;
let broken: string;
let large: string;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 20, '7100015');
  await query(`UPDATE stores SET area_code = '7100020' WHERE id >= 'RP00011'`);
  await query(`UPDATE stores SET name = '=HYPERLINK("http://evil")' WHERE id = 'RP00002'`);
  service = await stack.start();
  sample = `${service.url}/samples/shelf-4.gif`;
  north = await submit(service.url, [visit('RP00001', sample, `${sample}?2`), visit('RP00011', sample)], {
    reference: '=1+1',
    labels: { team: 'north' },
  });
  broken = await submit(service.url, [
    visit('RP00002', `${service.url}/none.jpg`, ...FORMULAS, `${sample}?"a,b"`),
  ]);
  large = await addLargeJob();
  await Promise.all([north, broken].map((id) => untilSettled(service.url, id)));
});
afterAll(() => stack?.stop());

async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return stack.database.dataSource.query<Row[]>(sql, values);
}

/** As if the images had been measured: half a year before the other jobs' visits. */
async function addLargeJob(): Promise<string> {
  const [row] = await query<{ id: string }>(
    `WITH job AS (
      INSERT INTO jobs (visit_count, total, processed, started_at, settled_at) VALUES (100, $1, $1, now(), now()) RETURNING id
    ), visit AS (
      INSERT INTO visits SELECT id, n, 'RP00003', '2025-09-01', n * $1::int / 100, $1::int / 100
      FROM job, generate_series(0, 99) n
    ), image AS (
      INSERT INTO images SELECT id, n, n / ($1::int / 100), 0, 'https://images.example.com/2025/09/01/' || n || '.jpg'
      FROM job, generate_series(0, $1::int - 1) n
    ), result AS (
      INSERT INTO image_results (job_id, idx, run, state, width, height, perimeter, bytes, format, attempts, queue_ms)
      SELECT id, n, 0, 1, 1200, 900, 4200, 131000, 'jpeg', 1, 12 FROM job, generate_series(0, $1::int - 1) n
    ) SELECT id FROM job`,
    [LARGE],
  );
  return row?.id ?? '';
}

const fetchFile = (path: string) => fetch(`${service.url}${path}`);

async function csv(path: string): Promise<{ headers: Headers; rows: Record<string, string>[] }> {
  const response = await fetchFile(path);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  // The byte order mark is for spreadsheets; this reader takes it for a part of the first name.
  const parser = csvParser({ mapHeaders: ({ header }) => header.replace(/^\ufeff/, '') });
  const rows = (await Readable.from([bytes]).pipe(parser).toArray()) as Record<string, string>[];
  return { headers: response.headers, rows };
}

async function imagesOf(jobId: string): Promise<readonly ImageBody[]> {
  return (await get<{ images: ImageBody[] }>(service.url, `/api/jobs/${jobId}/images?limit=500`)).body.images;
}

/** An export that was begun, and of which nothing more is read. */
async function begin(path = `/api/jobs/${large}/results.csv`): Promise<IncomingMessage> {
  const request = http.get(`${service.url}${path}`, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  return response;
}

async function connections(): Promise<number> {
  const [row] = await query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'smp-export' AND datname = current_database()`,
  );
  return row?.n ?? -1;
}

async function untilConnections(expected: number): Promise<void> {
  for (const end = Date.now() + 30_000; (await connections()) !== expected && Date.now() < end;)
    await sleep(20);
  expect(await connections()).toBe(expected);
}

describe('GET /api/jobs/:id/results.csv', () => {
  it('says what the list of images says', async () => {
    const { headers, rows } = await csv(`/api/jobs/${north}/results.csv`);
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="job-${north}-results.csv"`);
    expect(headers.get('x-total-count')).toBe('3');
    const expected = (await imagesOf(north)).map(({ timings, ...image }) => {
      const fields = Object.entries({ ...image, ...timings }) as [string, string | number | null][];
      return Object.fromEntries(fields.map(([name, value]) => [name, String(value ?? '')]));
    });
    expect(rows).toMatchObject(expected);
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({
      job_id: north,
      store_name: 'STORE 11',
      area_code: '7100020',
      perimeter: '2240',
    });
    expect(rows[2]?.['recorded_at']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('begins with a byte order mark and has the line ends of spreadsheets', async () => {
    const bytes = Buffer.from(await (await fetchFile(`/api/jobs/${north}/results.csv`)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString().split('\r\n')).toHaveLength(5);
  });

  it('lets no text become a formula', async () => {
    const { rows } = await csv(`/api/jobs/${broken}/results.csv`);
    expect(rows.map((row) => row['image_url'])).toEqual([
      `${service.url}/none.jpg`,
      ...FORMULAS.map((formula) => `'${formula}`),
      `${sample}?"a,b"`,
    ]);
    expect(rows[0]).toMatchObject({
      store_name: `'=HYPERLINK("http://evil")`,
      state: 'failed',
      code: 'HTTP_404',
    });
    const named = await csv(`/api/jobs/${north}/results.csv`);
    expect(named.rows[0]).toMatchObject({ reference: `'=1+1` });
  });

  it.each([
    ['state=failed&code=HTTP_404', 1],
    ['state=measured', 1],
    ['state=pending', 0],
    ['store_id=RP00001', 0],
  ])('takes the filters of the list: %s', async (filter, expected) => {
    const { headers, rows } = await csv(`/api/jobs/${broken}/results.csv?${filter}`);
    expect([headers.get('x-total-count'), rows.length]).toEqual([String(expected), expected]);
  });

  it('knows cancelled images, and earlier runs', async () => {
    await post(service.url, '/api/dispatch/pause', {});
    const jobId = await submit(service.url, [visit('RP00004', sample, `${sample}?4`)]);
    expect((await post(service.url, `/api/jobs/${jobId}/cancel`, {})).status).toBe(200);
    const states = async (filter: string) =>
      (await csv(`/api/jobs/${jobId}/results.csv?${filter}`)).rows.map(({ run, state }) => `${run} ${state}`);
    expect(await states('')).toEqual(['0 cancelled', '0 cancelled']);
    expect(await states('state=cancelled')).toHaveLength(2);
    expect(await states('state=pending')).toEqual([]);
    await post(service.url, `/api/jobs/${jobId}/retry`, {});
    expect(await states('')).toEqual(['1 pending', '1 pending']);
    await post(service.url, '/api/dispatch/resume', {});
    await untilSettled(service.url, jobId);
    expect(await states('')).toEqual(['1 measured', '1 measured']);
    expect(await states('run=0')).toEqual(['0 cancelled', '0 cancelled']);
    expect(await states('run=1')).toEqual(['1 measured', '1 measured']);
    const unknown = await get(service.url, `/api/jobs/${jobId}/results.csv?run=99999`);
    expect([unknown.status, unknown.body['code']]).toEqual([400, 'UNKNOWN_RUN']);
    await query(`DELETE FROM jobs WHERE id = $1`, [jobId]); // other tests count
  });

  it('tells the number of rows without the rows, too', async () => {
    const answer = await fetch(`${service.url}/api/jobs/${large}/results.csv`, { method: 'HEAD' });
    expect(answer.headers.get('x-total-count')).toBe(String(LARGE));
    await untilConnections(0);
  });

  it.each(['csv', 'xlsx'])('answers 404 and 400 in words (%s)', async (extension) => {
    const unknown = await get(service.url, `/api/jobs/999999/results.${extension}`);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'JOB_NOT_FOUND']);
    const malformed = await get(service.url, `/api/jobs/x/results.${extension}`);
    expect([malformed.status, malformed.body['code']]).toEqual([400, 'INVALID_JOB_ID']);
    expect((await get(service.url, `/api/jobs/${north}/results.${extension}?state=done`)).status).toBe(400);
  });
});

describe('GET /api/jobs/:id/results.xlsx', () => {
  it('opens as a workbook with numbers, times and text', async () => {
    const response = await fetchFile(`/api/jobs/${broken}/results.xlsx`);
    expect(response.headers.get('content-disposition')).toContain(`job-${broken}-results.xlsx`);
    const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()), { trim: false });
    const [names = [], ...rows] = sheet?.data ?? [];
    const last = Object.fromEntries(names.map((name, n) => [String(name), rows.at(-1)?.[n]]));
    expect(rows).toHaveLength(FORMULAS.length + 2);
    expect(last).toMatchObject({
      job_id: Number(broken),
      perimeter: 2_240,
      store_id: 'RP00002',
      state: 'measured',
    });
    expect(last['visit_time']?.valueOf()).toBeCloseTo(Date.parse('2026-03-01T09:30:00Z'), -1);
    const urls = rows.map((row) => row[names.indexOf('image_url')]);
    expect(urls.slice(1, -1)).toEqual(FORMULAS.map((formula) => `'${formula}`));
  });
});

describe('GET /api/results.csv', () => {
  it.each([
    ['store_id=RP00001', () => [north, north]],
    ['area_code=7100020', () => [north]],
    ['from=2026-03-01&to=2026-03-01&state=measured', () => [north, north, north, broken]],
    ['from=2026-03-02', () => []],
    ['code=HTTP_404', () => [broken]],
    ['reference=%3D1%2B1', () => [north, north, north]],
    ['label=team:north&store_id=RP00011', () => [north]],
    ['status=completed&from=2026-01-01', () => [north, north, north]],
    ['status=ongoing', () => []],
    ['job_state=completed&label=team:north', () => [north, north, north]],
    ['job_state=failed&code=HTTP_404', () => [broken]],
    ['job_state=cancelled', () => []],
    [`code=HTTP_404&submitted_from=${YESTERDAY}&submitted_to=${TOMORROW}`, () => [broken]],
    [`code=HTTP_404&submitted_to=${YESTERDAY}`, () => []],
    [`code=HTTP_404&submitted_from=${TOMORROW}`, () => []],
  ])('finds by %s', async (filter, expected) => {
    const { headers, rows } = await csv(`/api/results.csv?${filter}`);
    expect(rows.map((row) => row['job_id'])).toEqual(expected());
    expect(headers.get('x-total-count')).toBe(String(expected().length));
  });

  it('has everything when nothing is said, and answers 400 to what does not fit', async () => {
    const everything = await fetch(`${service.url}/api/results.csv`, { method: 'HEAD' });
    expect(everything.headers.get('x-total-count')).toBe(String(LARGE + 3 + FORMULAS.length + 2));
    const { status, body } = await get(service.url, '/api/results.csv?from=yesterday');
    expect([status, body['code']]).toEqual([400, 'INVALID_INPUT']);
  });
});

describe('A large export', () => {
  it.each(['csv', 'xlsx'])('has every row, in order, and is never held in memory (%s)', async (extension) => {
    await (await fetchFile(`/api/jobs/${north}/results.${extension}`)).arrayBuffer(); // loads what it needs
    const before = residentBytes(service.process.pid ?? 0);
    const peak = new MemoryPeak(service.process.pid ?? 0);
    const response = await fetchFile(`/api/jobs/${large}/results.${extension}`);
    expect(response.headers.get('x-total-count')).toBe(String(LARGE));
    const bytes = Buffer.from(await response.arrayBuffer());
    const grown = peak.stop() - before;
    // The rows as objects, or as XML, are more than 100 MB.
    expect({ ok: grown < 90 * 1_048_576, grown: mebibytes(grown) }).toMatchObject({ ok: true });
    if (extension === 'csv') {
      const lines = bytes.toString().split('\r\n').slice(1, -1);
      expect(lines.map((line) => Number(line.split(',')[3]))).toEqual(
        Array.from({ length: LARGE }, (_, n) => n),
      );
    }
  });

  it('frees its connection when the client hangs up', async () => {
    const response = await begin();
    await untilConnections(1);
    response.destroy();
    await untilConnections(0);
    expect(service.log()).not.toContain('Something went wrong');
  });

  it('is refused while too many are under way, and not when they are over', async () => {
    const open = await Promise.all([begin(), begin(), begin()]);
    const { status, headers, body } = await get(service.url, `/api/jobs/${north}/results.csv`);
    expect([status, body['code'], headers.get('retry-after')]).toEqual([429, 'TOO_MANY_EXPORTS', '10']);
    open.forEach((response) => response.destroy());
    await untilConnections(0);
    expect((await csv(`/api/jobs/${north}/results.csv`)).rows).toHaveLength(3);
  });

  it('does not end like a whole file when the database breaks off', async () => {
    const response = await begin();
    await untilConnections(1);
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'smp-export' AND datname = current_database()`,
    );
    const broke = new Promise((resolve) => response.once('error', resolve));
    response.resume();
    expect(await broke).toMatchObject({ code: 'ECONNRESET' });
    expect(response.complete).toBe(false);
  });
});

describe('Once the images of a job were removed', () => {
  beforeAll(async () => {
    await query(`UPDATE jobs SET settled_at = now() - interval '31 days' WHERE id = $1`, [broken]);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/cli.js', 'retention', '--days', '30', '--json'],
      { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: stack.database.url } },
    );
    expect(JSON.parse(stdout)).toEqual({ jobs: 1, images: FORMULAS.length + 2, dry_run: false });
  });

  it.each(['images', 'failures', 'results.csv', 'results.xlsx'])(
    'answers 410 with the date at %s',
    async (path) => {
      const { status, body } = await get(service.url, `/api/jobs/${broken}/${path}`);
      expect([status, body['code']]).toEqual([410, 'JOB_IMAGES_REMOVED']);
      expect(body['error']).toContain(new Date().toISOString().slice(0, 10));
      expect((await fetchFile(`/api/jobs/${north}/${path}`)).status).toBe(200);
    },
  );

  it('happens by itself where a setting says so', async () => {
    const old = await submit(service.url, [visit('RP00005', sample)]);
    await untilSettled(service.url, old);
    await query(`UPDATE jobs SET settled_at = now() - interval '31 days' WHERE id = $1`, [old]);
    await stack.start({ ROLE: 'api', RETENTION_DAYS: '30' });
    const left = async () => (await query(`SELECT FROM images WHERE job_id = $1`, [old])).length;
    for (const end = Date.now() + 20_000; (await left()) > 0 && Date.now() < end;) await sleep(50);
    expect(await left()).toBe(0);
    expect((await fetchFile(`/api/jobs/${old}/images`)).status).toBe(410);
    expect((await fetchFile(`/api/jobs/${north}/images`)).status).toBe(200);
  });

  it.each([{}, { dry_run: true }])('runs none of them again: %j', async (body) => {
    const refused = await post(service.url, `/api/jobs/${broken}/retry`, body);
    expect([refused.status, refused.body['code']]).toEqual([410, 'JOB_IMAGES_REMOVED']);
    const others = await post(service.url, '/api/jobs/retry', { filter: { job_ids: [broken] }, ...body });
    expect(others.body['code'] ?? others.body['images']).toBe('dry_run' in body ? 0 : 'NOTHING_TO_RETRY');
    expect((await get(service.url, `/api/jobs/${broken}`)).body['status']).toBe('failed');
  });

  it('still ends a live stream', async () => {
    const stream = await fetch(`${service.url}/api/jobs/${broken}/events`, {
      signal: AbortSignal.timeout(10_000),
    });
    expect(await stream.text()).toContain('event: settled');
  });

  it('still tells how the job went, and that its images are gone', async () => {
    const status = await get<Record<string, unknown>>(service.url, `/api/status?jobid=${broken}`);
    expect(status.body).toMatchObject({ status: 'failed', error_count: FORMULAS.length + 1, error: [] });
    expect(status.body['images_removed_at']).toMatch(/Z$/);
    const job = await get<{ events: { kind: string }[]; images_removed_at: string }>(
      service.url,
      `/api/jobs/${broken}`,
    );
    expect(job.body.images_removed_at).toBe(status.body['images_removed_at']);
    expect(job.body.events.at(-1)).toMatchObject({
      kind: 'images_removed',
      detail: { images: FORMULAS.length + 2 },
    });
    expect((await get(service.url, `/api/jobs/${north}`)).body['images_removed_at']).toBeNull();
  });

  it('still shows its visits, and counts what an export lacks', async () => {
    const history = await get<{ stores: { visits: object[] }[] }>(service.url, '/api/visits?storeid=RP00002');
    expect(history.body.stores[0]?.visits).toMatchObject([
      {
        job_id: broken,
        image_count: FORMULAS.length + 2,
        images: [],
        images_removed_at: expect.stringMatching(/Z$/) as string,
      },
    ]);
    const { headers, rows } = await csv('/api/results.csv?from=2026-01-01');
    expect(rows).toHaveLength(3);
    expect(headers.get('x-removed-count')).toBe(String(FORMULAS.length + 3));
  });
});
