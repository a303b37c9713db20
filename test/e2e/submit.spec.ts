import { connect } from 'node:net';
import { get, post, submit, untilSettled, visit, type StatusBody } from '../support/api.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;
let sample: string;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start({
    SUBMIT_MAX_BYTES: '2000000',
    JOB_MAX_IMAGES: '6000',
    IMAGE_VERIFY: 'header',
  });
  sample = `${service.url}/samples/shelf-4.gif`;
});
afterAll(() => stack?.stop());

const one = () => ({ count: 1, visits: [visit('RP00001', sample)] });

/** Sends bytes as they are, which fetch would not. @returns the status line of the answer */
async function raw(request: string): Promise<string> {
  const socket = connect(service.port, '127.0.0.1');
  socket.write(request);
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes('\r\n')) break;
  }
  socket.destroy();
  return answer.split('\r\n')[0] ?? '';
}

describe('POST /api/submit', () => {
  it('takes a job, measures it, and answers its state all the time', async () => {
    const answer = await post(service.url, '/api/submit', one());
    expect(answer).toMatchObject({ status: 201, body: { job_id: expect.stringMatching(/^\d+$/) as string } });
    const done = await untilSettled(service.url, answer.body['job_id'] as string);
    expect(done).toEqual({
      status: 'completed',
      job_id: answer.body['job_id'],
      progress: {
        total: 1,
        processed: 1,
        failed: 0,
        cancelled: 0,
        pending: 0,
        percent: 100,
        images_per_second: null,
        eta: null,
      },
    });
  });

  it('takes 5,000 URLs in one job as a normal thing', async () => {
    const visits = Array.from({ length: 50 }, (_, n) =>
      visit(
        `RP${String(n + 1).padStart(5, '0')}`,
        ...Array.from({ length: 100 }, (_, i) => `${sample}?${n}-${i}`),
      ),
    );
    const jobId = await submit(service.url, visits);
    const done = await untilSettled(service.url, jobId, 120_000);
    expect(done.progress).toMatchObject({ total: 5_000, pending: 0, percent: 100 });
  });

  it.each([
    ['malformed JSON', '{"count": 1,', 'MALFORMED_JSON'],
    ['something after the JSON', `${JSON.stringify({ count: 1, visits: [] })} {}`, 'MALFORMED_JSON'],
    ['a plain text', '"hello"', 'MALFORMED_JSON'],
    ['an empty body', '', 'INVALID_INPUT'],
    ['missing visits', { count: 1 }, 'INVALID_INPUT'],
    ['empty visits', { count: 0, visits: [] }, 'INVALID_INPUT'],
    ['a wrong count', { count: 2, visits: [visit('RP00001', 'http://a/b')] }, 'VISIT_COUNT_MISMATCH'],
    ['an unknown store', { count: 1, visits: [visit('NOWHERE', 'http://a/b')] }, 'UNKNOWN_STORE'],
    ['a store called __proto__', { count: 1, visits: [visit('__proto__', 'http://a/b')] }, 'UNKNOWN_STORE'],
    [
      'too many images',
      { count: 1, visits: [visit('RP00001', ...Array<string>(6_001).fill('u'))] },
      'JOB_TOO_LARGE',
    ],
    ['1e309', '{"count": 1e309, "visits": []}', 'INVALID_INPUT'],
  ])('answers 400 to %s', async (_, body, code) => {
    const answer = await post(service.url, '/api/submit', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code, error: expect.stringMatching(/\.$/) as string },
    });
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'error']);
  });

  it('names the first ten unknown stores and how many there are', async () => {
    const visits = Array.from({ length: 12 }, (_, n) => visit(`X${n}`, 'http://a/b'));
    const { body } = await post(service.url, '/api/submit', { count: 12, visits });
    expect(body['error']).toMatch(/^12 stores .*"X0".*"X9" and 2 more\.$/);
  });

  it('refuses a store that is not active any more', async () => {
    await stack.database.dataSource.query(`UPDATE stores SET active = false WHERE id = 'RP00099'`);
    const answer = await post(service.url, '/api/submit', { count: 1, visits: [visit('RP00099', sample)] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'STORE_INACTIVE' } });
  });

  it('answers 413 to a large body and 415 to another type', async () => {
    const large = { ...one(), filler: 'x'.repeat(2_000_000) };
    expect(await post(service.url, '/api/submit', large)).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await post(service.url, '/api/submit', 'a=b', form)).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_MEDIA_TYPE' },
    });
  });

  it('does not mind how the path is spelled', async () => {
    const plain = { 'Content-Type': 'text/plain' };
    expect((await post(service.url, '/API/Submit/', JSON.stringify(one()), plain)).status).toBe(415);
    expect((await post(service.url, '/API/Submit/', one())).status).toBe(201);
  });

  it('takes the last of two equal keys, and ignores __proto__', async () => {
    const text = `{"count": 9, "count": 1, "__proto__": {"visits": 1}, "visits": ${JSON.stringify(one().visits)}}`;
    expect((await post(service.url, '/api/submit', text)).status).toBe(201);
  });

  it('survives deep nesting, broken UTF-8 and half a request', async () => {
    const deep = `{"count": 1, "visits": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await post(service.url, '/api/submit', deep)).status).toBe(400);
    const head =
      'POST /api/submit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n';
    expect(await raw(`${head}Content-Length: 4\r\n\r\n\xff\xfe{}`)).toMatch(/ 400 /);
    const half = connect(service.port, '127.0.0.1');
    half.end(`${head}Content-Length: 500\r\n\r\n{"count":`);
    expect((await get(service.url, '/health/live')).status).toBe(200);
    half.destroy();
  });
});

describe('Idempotency-Key', () => {
  it('answers the same job to the same content, whatever its spelling', async () => {
    const key = { 'Idempotency-Key': 'visit 4711' };
    const first = await post(service.url, '/api/submit', one(), key);
    const again = await post(
      service.url,
      '/api/submit',
      JSON.stringify({ extra: 1, ...one() }, null, 2),
      key,
    );
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
  });

  it('makes one job of two requests at the same instant', async () => {
    const key = { 'Idempotency-Key': 'twice at once' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post(service.url, '/api/submit', one(), key)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['job_id'])}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  });

  it('refuses other content under the same key, and remembers only what was accepted', async () => {
    const key = { 'Idempotency-Key': 'k1' };
    const bad = { count: 1, visits: [visit('NOWHERE', sample)] };
    expect((await post(service.url, '/api/submit', bad, key)).status).toBe(400);
    expect((await post(service.url, '/api/submit', one(), key)).status).toBe(201);
    const other = { count: 1, visits: [visit('RP00002', sample)] };
    expect(await post(service.url, '/api/submit', other, key)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('refuses a key that is too long', async () => {
    const answer = await post(service.url, '/api/submit', one(), { 'Idempotency-Key': 'k'.repeat(256) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_IDEMPOTENCY_KEY' } });
  });
});

describe('GET /api/status', () => {
  it.each([
    ['', 'INVALID_JOB_ID'],
    ['?jobid=', 'INVALID_JOB_ID'],
    ['?jobid=abc', 'INVALID_JOB_ID'],
    ['?jobid=-1', 'INVALID_JOB_ID'],
    ['?jobid=1.0', 'INVALID_JOB_ID'],
    ['?jobid=1&jobid=2', 'INVALID_JOB_ID'],
    ['?jobid=99999999999999999999', 'INVALID_JOB_ID'],
    ['?jobid=9223372036854775807', 'JOB_NOT_FOUND'],
  ])('answers 400 to %j', async (query, code) => {
    expect(await get(service.url, `/api/status${query}`)).toMatchObject({ status: 400, body: { code } });
  });

  it('lists errors as soon as there is one, while the job goes on', async () => {
    const slow = `http://127.0.0.1:${service.port}/samples/none.jpg`;
    const urls = [slow, ...Array.from({ length: 1_000 }, (_, n) => `${sample}?${n}`)];
    const jobId = await submit(service.url, [visit('RP00001', ...urls)]);
    let early: StatusBody | undefined;
    for (;;) {
      const { body } = await get<StatusBody>(service.url, `/api/status?jobid=${jobId}`);
      const { total, processed, failed, cancelled, pending } = body.progress;
      expect(processed + failed + cancelled + pending).toBe(total);
      if (body.status !== 'ongoing') break;
      if (body.error_count !== undefined) early = body;
    }
    expect(early).toMatchObject({
      error_count: 1,
      error: [{ store_id: 'RP00001', code: 'HTTP_404', image_url: slow }],
    });
  });
});

describe('Every other request', () => {
  it.each([
    ['GET', '/api/jobs?to=9999-12-31&limit=501', 400, 'INVALID_INPUT'],
    ['GET', '/api/nothing', 404, 'NOT_FOUND'],
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['GET', '/api/submit', 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', '/api/jobs/1', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/api/jobs/0x1', 400, 'INVALID_JOB_ID'],
    ['GET', '/api/jobs/999999', 404, 'JOB_NOT_FOUND'],
    ['GET', '/api/jobs/999999/images', 404, 'JOB_NOT_FOUND'],
    ['GET', '/samples/..%2fpackage.json', 404, 'NOT_FOUND'],
    ['GET', '/%ff', 404, 'NOT_FOUND'],
  ])('%s %s answers %d in the one shape of errors', async (method, path, status, code) => {
    const response = await fetch(service.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code, error: expect.stringMatching(/\.$/) as string });
    if (status === 405) expect(response.headers.get('allow')).toBeTruthy();
  });
});
