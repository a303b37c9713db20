import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { visit } from '../support/api.js';
import { bearer, makeKey } from '../support/keys.js';
import { failedStart, type Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start();
});
afterAll(() => stack?.stop());

const FOREIGN = 'https://evil.example';
const JOB = JSON.stringify({ count: 1, visits: [visit('RP00001', 'ftp://example.com/1.jpg')] });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly code?: string;
}

/** Sends what a browser would, with any Host and Origin, which fetch does not let us choose. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  { body = '', to = service }: { body?: string; to?: Service } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const type = body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request({ port: to.port, method, path, headers: { ...type, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string };
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, ...(code && { code }) });
      });
    });
    sent.on('error', reject).end(body);
  });
}

describe('An open service', () => {
  it('lets everybody on this machine do everything, without a key', async () => {
    expect((await ask('GET', '/api/jobs')).status).toBe(200);
    expect((await ask('GET', '/metrics')).status).toBe(200);
    expect((await ask('GET', '/docs')).status).toBe(200);
    expect((await ask('POST', '/api/submit', {}, { body: JOB })).status).toBe(201);
    const key = { body: JSON.stringify({ name: 'a', scopes: ['read'] }) };
    expect((await ask('POST', '/api/keys', {}, key)).status).toBe(201);
    expect((await ask('GET', '/api/audit')).status).toBe(200);
  });

  it.each(['localhost', '127.0.0.1', '127.1.2.3', '[::1]', 'smp.localhost'])(
    'answers to the name %s',
    async (name) => {
      expect((await ask('GET', '/api/jobs', { Host: `${name}:${service.port}` })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '192.168.0.9', '0.0.0.0'])(
    'does not answer to the name %j, which somebody could have pointed here',
    async (name) => {
      const host = { Host: `${name}:${service.port}` };
      for (const path of ['/api/jobs', '/', '/docs-json', '/metrics', '/samples/shelf-1.jpg']) {
        expect(await ask('GET', path, host)).toMatchObject({ status: 421, code: 'HOST_NOT_LOCAL' });
      }
      expect(await ask('POST', '/api/submit', host, { body: JOB })).toMatchObject({ status: 421 });
    },
  );

  it('lets pages from elsewhere read and submit, and nothing else', async () => {
    const from = { Origin: FOREIGN };
    expect((await ask('GET', '/api/jobs', from)).status).toBe(200);
    expect((await ask('POST', '/api/submit', from, { body: JOB })).status).toBe(201);
    for (const origin of [
      FOREIGN,
      'null',
      'http://localhost:1',
      `https://localhost.evil.example:${service.port}`,
    ]) {
      for (const [method, path] of [
        ['POST', '/api/stores/imports'],
        ['POST', '/api/keys'],
        ['DELETE', '/api/keys/1'],
        ['POST', '/api/session'],
        ['PUT', '/api/submit'],
      ] as const) {
        expect(await ask(method, path, { Origin: origin })).toMatchObject({
          status: 403,
          code: 'ORIGIN_REFUSED',
        });
      }
    }
    const own = { Host: `localhost:${service.port}`, Origin: `http://localhost:${service.port}` };
    expect(await ask('DELETE', '/api/keys/999', own)).toMatchObject({ status: 404 });
  });

  it('knows a key that is shown all the same, and refuses a wrong one', async () => {
    const reader = await makeKey(stack.database.dataSource, 'reader', 'read');
    const session = await fetch(`${service.url}/api/session`, { headers: bearer(reader) });
    expect(await session.json()).toEqual({ mode: 'open', name: 'reader', scopes: ['read'] });
    expect(await ask('POST', '/api/submit', bearer(reader), { body: JOB })).toMatchObject({
      code: 'SCOPE_MISSING',
    });
    const wrong = { 'X-API-Key': `smp_${'A'.repeat(43)}` };
    expect(await ask('GET', '/api/jobs', wrong)).toMatchObject({ status: 401, code: 'API_KEY_INVALID' });
    const nobody = await fetch(`${service.url}/api/session`);
    expect(await nobody.json()).toEqual({ mode: 'open', name: null, scopes: ['read', 'submit', 'admin'] });
  });

  it('gives jobs of nobody in particular to nobody, and says "open" in the audit log', async () => {
    const { dataSource } = stack.database;
    // Nobody has said that there is a proxy whose word on addresses counts.
    await ask(
      'POST',
      '/api/submit',
      { 'Idempotency-Key': 'k', 'X-Forwarded-For': '198.51.100.9' },
      { body: JOB },
    );
    const [job] = await dataSource.query<object[]>(
      `SELECT jobs.owner, actor, key_id, address FROM jobs JOIN idempotency_keys ON job_id = jobs.id
       JOIN audit_log ON action = 'job.submitted' AND subject = jobs.id::text`,
    );
    expect(job).toEqual({ owner: '', actor: 'open', key_id: null, address: '127.0.0.1' });
  });
});

describe('Pages of other origins', () => {
  const preflight = (method: string, path: string, to?: Service) =>
    ask('OPTIONS', path, { Origin: FOREIGN, 'Access-Control-Request-Method': method }, { to });

  it('may ask for what they may do, with a key of their own and never with cookies', async () => {
    for (const [method, path] of [
      ['GET', '/api/jobs'],
      ['POST', '/api/submit'],
    ] as const) {
      const { status, headers } = await preflight(method, path);
      expect([
        status,
        headers['access-control-allow-origin'],
        headers['access-control-allow-methods'],
      ]).toEqual([204, '*', method]);
      for (const name of ['Content-Type', 'Authorization', 'X-API-Key', 'Idempotency-Key']) {
        expect(headers['access-control-allow-headers']).toContain(name);
      }
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('are told so, when they may not', async () => {
    for (const [method, path] of [
      ['DELETE', '/api/keys/1'],
      ['POST', '/api/keys'],
      ['POST', '/api/session'],
    ] as const) {
      const { status, headers } = await preflight(method, path);
      expect([status, headers['access-control-allow-origin']]).toEqual([403, undefined]);
    }
  });

  it('are asked for the right host like everybody else', async () => {
    const headers = { Origin: FOREIGN, 'Access-Control-Request-Method': 'GET' };
    expect((await ask('OPTIONS', '/api/jobs', headers)).status).toBe(204);
    expect(await ask('OPTIONS', '/api/jobs', { ...headers, Host: 'evil.example' })).toMatchObject({
      status: 421,
    });
  });

  it('can read answers, errors, and the headers that matter', async () => {
    const from = { Origin: FOREIGN };
    const answers = [
      await ask('GET', '/api/jobs', from),
      await ask('GET', '/api/jobs/999999', from),
      await ask('GET', '/api/nothing', from),
      await ask('POST', '/api/submit', from, { body: '{' }),
      await ask('GET', '/api/jobs', { ...from, 'X-API-Key': 'wrong' }),
      await ask('GET', '/api/jobs', { ...from, Host: 'evil.example' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 400, 401, 421]);
    for (const { headers } of answers) {
      expect(headers['access-control-allow-origin']).toBe('*');
      for (const name of ['Idempotent-Replayed', 'Retry-After', 'RateLimit', 'X-Request-Id']) {
        expect(headers['access-control-expose-headers']).toContain(name);
      }
    }
  });

  it('are those that CORS_ORIGINS names, where it is set', async () => {
    const to = await stack.start({
      CORS_ORIGINS: 'https://app.example, https://b.example',
      TRUST_PROXY: '1',
      PUBLIC_URL: 'https://stores.example',
    });
    const allowed = async (origin: string) =>
      (await ask('GET', '/api/jobs', { Origin: origin }, { to })).headers['access-control-allow-origin'];
    expect(await allowed('https://app.example')).toBe('https://app.example');
    expect(await allowed(FOREIGN)).toBeUndefined();
    expect((await preflight('GET', '/api/jobs', to)).status).toBe(403);
    expect((await ask('GET', '/api/jobs', {}, { to })).headers.vary).toContain('Origin');
    const { text: key } = await makeKey(stack.database.dataSource, 'viewer', 'read');
    const signIn = { to, body: JSON.stringify({ key }) };
    const { headers } = await ask('POST', '/api/session', { Origin: 'https://stores.example' }, signIn);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^smp_session=.*; Secure/)]);
    // A proxy in front tells the name that was asked, and the address that asked.
    expect(await ask('GET', '/api/jobs', { 'X-Forwarded-Host': 'evil.example' }, { to })).toMatchObject({
      status: 421,
    });
    const hidden = { Host: 'evil.example', 'X-Forwarded-Host': 'localhost' };
    expect(await ask('GET', '/api/jobs', hidden, { to })).toMatchObject({ status: 421 });
    await ask('POST', '/api/submit', { 'X-Forwarded-For': '198.51.100.9:5001' }, { to, body: JOB });
    const [entry] = await stack.database.dataSource.query<object[]>(
      'SELECT address FROM audit_log ORDER BY id DESC LIMIT 1',
    );
    expect(entry).toEqual({ address: '198.51.100.9' });
  });
});

describe('A start where others could reach the service', () => {
  let empty: Stack;
  beforeAll(async () => {
    empty = await startStack();
  });
  afterAll(() => empty?.stop());

  it.each<[Record<string, string>, RegExp]>([
    [
      { HOST: '0.0.0.0' },
      /^Others can reach HOST 0\.0\.0\.0, but there is no API key yet: .*npm run keys -- create.*node dist\/cli\.js keys create.*AUTH=off/,
    ],
    [{ HOST: '0.0.0.0', NODE_ENV: 'development' }, /npm run keys -- create/],
    [{ HOST: '0.0.0.0', ROLE: 'api', AUTH: 'on' }, /npm run keys -- create/],
    [{ AUTH: 'on' }, /^AUTH is on, but there is no API key yet/],
    [{ AUTH: 'maybe' }, /^AUTH must be auto or on or off/],
    [{ CORS_ORIGINS: 'https://app.example/' }, /^CORS_ORIGINS must list origins/],
    [{ TRUST_PROXY: 'true' }, /^TRUST_PROXY must be a number/],
    [{ FIRST_ADMIN_KEY: 'yes' }, /^FIRST_ADMIN_KEY must be none or print/],
  ])('without a key, or with a strange setting, ends with one sentence: %j', async (env, sentence) => {
    const { code, output } = await failedStart({ ...empty.env, ...env });
    expect(output).toMatch(sentence);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('works with AUTH=off, for everybody and under any name', async () => {
    const to = await empty.start({ HOST: '0.0.0.0', AUTH: 'off' });
    expect((await ask('GET', '/api/jobs', { Host: 'stores.example' }, { to })).status).toBe(200);
    expect((await ask('GET', '/metrics', {}, { to })).status).toBe(200);
    expect(await ask('DELETE', '/api/keys/1', { Origin: FOREIGN }, { to })).toMatchObject({ status: 403 });
    expect(to.log()).toContain('whoever reaches this service');
  });

  it('makes and prints one admin key when it is asked to and there is none, however many start at once', async () => {
    const env = { HOST: '0.0.0.0', ROLE: 'api', FIRST_ADMIN_KEY: 'print' };
    const services = await Promise.all([empty.start(env), empty.start(env), empty.start(env)]);
    const keys = services.flatMap((each) => each.log().match(/^ +smp_[\w-]{43}$/gm) ?? []);
    expect(keys).toHaveLength(1);
    const as = { 'X-API-Key': (keys[0] ?? '').trim() };
    for (const to of services) expect((await ask('GET', '/api/keys', as, { to })).status).toBe(200);
    const again = await empty.start(env);
    expect(again.log()).not.toContain('smp_');
  });
});
