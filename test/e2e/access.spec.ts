import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { IssuedKey } from '../../src/access/keys/keys.service.js';
import { get, post, submit, visit } from '../support/api.js';
import { bearer, makeKey } from '../support/keys.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;
let reader: IssuedKey;
let submitter: IssuedKey;
let admin: IssuedKey;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  const { dataSource } = stack.database;
  reader = await makeKey(dataSource, 'reader', 'read');
  submitter = await makeKey(dataSource, 'field-app', 'submit');
  admin = await makeKey(dataSource, 'chief', 'admin');
  // Where others can connect; at this level the log tells every route as it is added to the router.
  service = await stack.start({ HOST: '0.0.0.0', LOG_LEVEL: 'debug', TRUST_PROXY: '127.0.0.1' });
});
afterAll(() => stack?.stop());

/** One image that fails at once, so that no job is under way for long. */
const one = () => ({ count: 1, visits: [visit('RP00001', 'ftp://example.com/1.jpg')] });

/** What a request is answered. `body`: JSON. */
async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const response = await fetch(service.url + path, {
    method,
    headers: { ...type, ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: (json ? JSON.parse(text) : {}) as Answered,
  };
}
type Answered = Record<string, unknown>;
const codeOf = (answer: { status: number; body: Answered }) => [answer.status, answer.body['code']];

describe('Without a key', () => {
  /** What everybody may see; all else needs a scope. */
  const OPEN = [
    'GET /health/live',
    'GET /health/ready',
    'GET /api/session',
    'POST /api/session',
    'DELETE /api/session',
  ];
  const NOT_OF_NEST = [
    'GET /docs',
    'GET /docs/',
    'GET /docs-json',
    'GET /docs-yaml',
    'GET /DOCS',
    'GET /docs/swagger-ui-init.js',
    'GET /queues',
    'GET /queues/api/queues',
    'GET /queues/static/favicon.ico',
  ];
  const served = () =>
    [...service.log().matchAll(/Mapped \{(\S+), (\w+)\} route/g)].map(
      ([, path = '', method]) => `${method} ${path}`,
    );

  it('every route that is served is shut, but for a short list', async () => {
    expect(served().length).toBeGreaterThan(15);
    const shut = [...served(), ...NOT_OF_NEST].filter((route) => !OPEN.includes(route));
    for (const route of shut) {
      const [method = '', path = ''] = route.split(' ');
      const { status, headers } = await ask(method, path.replace(/:\w+/g, '1'));
      expect([route, status, headers.get('www-authenticate')]).toEqual([
        route,
        401,
        expect.stringMatching(/^Bearer /),
      ]);
    }
    for (const path of [
      '/',
      '/favicon.svg',
      '/samples/shelf-1.jpg',
      '/health/live',
      '/health/ready',
      '/api/session',
    ]) {
      expect([path, (await ask('GET', path)).status]).toEqual([path, 200]);
    }
  });

  it('the document tells the scope of every route, and the public ones by "none"', async () => {
    const { paths } = (await ask('GET', '/docs-json', bearer(reader))).body as unknown as OpenAPIObject;
    const rules = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { 'x-required-scope'?: string; security?: object[] }>).map(
        ([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, ...operation }),
      ),
    );
    expect(rules).toHaveLength(served().length);
    const open = rules.filter((rule) => rule['x-required-scope'] === 'none');
    expect(open.map(({ route }) => route).sort()).toEqual([...OPEN].sort());
    for (const rule of rules.filter((each) => !open.includes(each))) {
      expect(rule).toMatchObject({
        'x-required-scope': expect.stringMatching(/^(read|submit|admin)$/) as string,
      });
      expect(rule.security).toHaveLength(3);
    }
  });

  it('no body is read: an upload is answered before it has come', async () => {
    const { port } = service;
    const headers = { 'Content-Type': 'application/json', 'Content-Length': 33_000_000 };
    const upload = request({ port, path: '/api/submit', method: 'POST', headers }).on(
      'error',
      () => undefined,
    );
    upload.flushHeaders();
    const [answer] = (await once(upload, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(401);
    upload.destroy();
    expect(codeOf(await ask('POST', '/api/nothing', {}, {}))).toEqual([401, 'API_KEY_MISSING']);
    expect(codeOf(await ask('POST', '/api/session', {}, { key: 'x'.repeat(2_000) }))).toEqual([
      413,
      'BODY_TOO_LARGE',
    ]);
  });
});

describe('A key', () => {
  it('lets in by either header, and says what it may not do', async () => {
    for (const headers of [
      bearer(reader),
      { 'X-API-Key': reader.text },
      { Authorization: `bearer  ${reader.text}` },
    ]) {
      expect((await ask('GET', '/api/jobs', headers)).status).toBe(200);
    }
    const refused = await ask('POST', '/api/submit', bearer(reader), one());
    expect(codeOf(refused)).toEqual([403, 'SCOPE_MISSING']);
    expect(refused.body['error']).toBe(
      'This needs the scope "submit", which the API key "reader" does not have.',
    );
  });

  it.each<[string, () => IssuedKey, number[]]>([
    ['read', () => reader, [200, 403, 200, 200, 403, 403, 403, 403, 200, 403]],
    ['submit', () => submitter, [403, 201, 403, 403, 403, 403, 404, 404, 403, 403]],
    ['admin', () => admin, [200, 201, 200, 200, 200, 200, 404, 404, 200, 409]],
  ])('with %s may do just that', async (_, key, expected) => {
    const as = bearer(key());
    const csv = await fetch(`${service.url}/api/stores/imports?dry_run=true`, {
      method: 'POST',
      headers: { ...as, 'Content-Type': 'text/csv' },
      body: 'AreaCode,StoreName,StoreID\n1,A,RP00001\n',
    });
    const statuses = [
      (await ask('GET', '/api/jobs', as)).status,
      (await ask('POST', '/api/submit', as, one())).status,
      (await ask('GET', '/metrics', as)).status,
      (await ask('GET', '/docs-json', as)).status,
      (await ask('GET', '/api/keys', as)).status,
      csv.status,
      (await ask('POST', '/api/jobs/999999/cancel', as)).status,
      (await ask('POST', '/api/jobs/999999/retry', as)).status,
      (await ask('GET', '/api/dispatch', as)).status,
      (await ask('POST', '/api/dispatch/resume', as)).status, // 409: it is not paused
    ];
    expect(statuses).toEqual(expected);
  });

  it.each<[string, () => Record<string, string>]>([
    ['an unknown key', () => ({ Authorization: `Bearer smp_${'A'.repeat(43)}` })],
    ['no key at all behind Bearer', () => ({ Authorization: 'Bearer' })],
    ['a key that is cut', () => ({ 'X-API-Key': reader.text.slice(0, -1) })],
    ['two different keys', () => ({ 'X-API-Key': reader.text, ...bearer(admin) })],
  ])('is refused when it is %s', async (_, headers) => {
    expect(codeOf(await ask('GET', '/api/jobs', headers()))).toEqual([401, 'API_KEY_INVALID']);
    expect(codeOf(await ask('POST', '/api/submit', headers(), one()))).toEqual([401, 'API_KEY_INVALID']);
  });

  it('never comes from the address', async () => {
    for (const name of ['key', 'api_key', 'access_token', 'token']) {
      expect((await ask('GET', `/api/jobs?${name}=${admin.text}`)).status).toBe(401);
    }
    expect(service.log()).toContain('api_key=');
  });

  it('has its own jobs and Idempotency-Keys; all jobs are for all readers', async () => {
    const other = await makeKey(stack.database.dataSource, 'other', 'submit');
    const same = { 'Idempotency-Key': 'monday' };
    const ids: unknown[] = [];
    for (const key of [submitter, other, submitter]) {
      const { status, body } = await post(service.url, '/api/submit', one(), { ...same, ...bearer(key) });
      expect(status).toBe(201);
      ids.push(body['job_id']);
    }
    expect(ids[2]).toBe(ids[0]);
    expect(ids[1]).not.toBe(ids[0]);
    const owners = await stack.database.dataSource.query(
      'SELECT owner FROM jobs WHERE id = ANY($1) ORDER BY id',
      [ids],
    );
    expect(owners).toEqual([{ owner: submitter.key.id }, { owner: other.key.id }]);
    const { body } = await ask('GET', `/api/jobs/${String(ids[1])}`, bearer(reader));
    expect((body['events'] as object[])[0]).toMatchObject({ kind: 'submitted', actor: 'other' });
  });
});

describe('The keys of the API', () => {
  it('are made, listed and revoked; the text is told once', async () => {
    const asked = { name: ' north ', scopes: ['read'] };
    const made = await ask('POST', '/api/keys', bearer(admin), asked);
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'north', scopes: ['read'], created_by: 'chief' },
    });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { id, key } = made.body as { id: string; key: string };
    const as = { 'X-API-Key': key };
    expect((await ask('GET', '/api/jobs', as)).status).toBe(200);

    const list = await ask('GET', '/api/keys?limit=1', bearer(admin));
    expect(list.body['keys']).toMatchObject([{ id, prefix: key.slice(0, 10), revoked_at: null }]);
    expect(JSON.stringify(list.body)).not.toContain(key.slice(10));
    const next = await ask(
      'GET',
      `/api/keys?limit=1&cursor=${String(list.body['next_cursor'])}`,
      bearer(admin),
    );
    expect(next.body['keys']).not.toMatchObject([{ id }]);

    const revoke = async () => (await ask('DELETE', `/api/keys/${id}`, bearer(admin))).status;
    expect([await revoke(), await revoke()]).toEqual([204, 204]);
    expect(codeOf(await ask('GET', '/api/jobs', as))).toEqual([401, 'API_KEY_INVALID']);
    expect(codeOf(await ask('DELETE', '/api/keys/999', bearer(admin)))).toEqual([404, 'KEY_NOT_FOUND']);
  });

  it.each([
    [{}, '"name"'],
    [{ name: '', scopes: ['read'] }, '"name"'],
    [{ name: 'a\nb', scopes: ['read'] }, '"name"'],
    [{ name: 'x'.repeat(101), scopes: ['read'] }, '"name"'],
    [{ name: 'a' }, '"scopes"'],
    [{ name: 'a', scopes: [] }, '"scopes"'],
    [{ name: 'a', scopes: ['read', 'root'] }, '"root"'],
    [{ name: 'a', scopes: 'read' }, '"scopes"'],
  ])('are not made of %j', async (body, part) => {
    const answer = await ask('POST', '/api/keys', bearer(admin), body);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining(part) as string } });
  });

  it('cannot lose the last one with admin', async () => {
    expect(codeOf(await ask('DELETE', `/api/keys/${admin.key.id}`, bearer(admin)))).toEqual([
      409,
      'LAST_ADMIN_KEY',
    ]);
    expect((await ask('GET', '/api/keys', bearer(admin))).status).toBe(200);
  });
});

describe('The audit log', () => {
  it('names key, address and request of every change, and is read with admin alone', async () => {
    const from = { 'X-Forwarded-For': '198.51.100.9', 'X-Request-Id': 'visit-4711' };
    const jobId = (await ask('POST', '/api/submit', { ...bearer(submitter), ...from }, one())).body['job_id'];
    const path = `/api/audit?action=job.submitted&subject=${String(jobId)}&key_id=${submitter.key.id}&from=2026-01-01`;
    const { body } = await ask('GET', path, bearer(admin));
    const entry = { key_id: submitter.key.id, actor: 'field-app', action: 'job.submitted', subject: jobId };
    expect(body['entries']).toMatchObject([
      { ...entry, detail: { visits: 1, images: 1 }, address: '198.51.100.9', request_id: 'visit-4711' },
    ]);
    expect((await ask('GET', path, bearer(reader))).status).toBe(403);
    expect((await ask('GET', `${path}&to=2026-01-02`, bearer(admin))).body['entries']).toEqual([]);
    for (const bad of ['action=x', 'key_id=x', 'from=x', 'cursor=x', 'limit=0']) {
      expect((await ask('GET', `/api/audit?${bad}`, bearer(admin))).status).toBe(400);
    }
  });

  it('is read page by page, and has imports by key', async () => {
    await fetch(`${service.url}/api/stores/imports`, {
      method: 'POST',
      headers: { ...bearer(admin), 'Content-Type': 'text/csv' },
      body: 'AreaCode,StoreName,StoreID\n1,A,RP00001\n',
    });
    const first = await ask('GET', '/api/audit?limit=1', bearer(admin));
    expect(first.body['entries']).toMatchObject([{ action: 'stores.imported', actor: 'chief' }]);
    const second = await ask(
      'GET',
      `/api/audit?limit=1&cursor=${String(first.body['next_cursor'])}`,
      bearer(admin),
    );
    expect(second.body['entries']).not.toEqual(first.body['entries']);
    expect((await ask('GET', '/api/stores/imports?limit=1', bearer(reader))).body['imports']).toMatchObject([
      { imported_by: 'chief' },
    ]);
  });
});

describe('A browser session', () => {
  const own = () => ({ Origin: service.url });
  const signIn = async (key: IssuedKey, headers: Record<string, string> = {}) => {
    const answer = await ask('POST', '/api/session', headers, { key: key.text });
    const set = answer.headers.get('set-cookie') ?? '';
    return { ...answer, set, cookie: { Cookie: set.split(';')[0] ?? '' } };
  };

  it('is a cookie that carries what the key may do, and no script or other site can use', async () => {
    const { status, set, cookie } = await signIn(reader, own());
    expect(status).toBe(204);
    const attributes = set.split('; ').slice(1);
    expect(attributes).toEqual(
      expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']),
    );
    expect(attributes).not.toContain('Secure');
    for (const path of ['/api/jobs', '/docs', '/docs-json'])
      expect((await ask('GET', path, cookie)).status).toBe(200);
    expect((await ask('GET', '/api/session', cookie)).body).toEqual({
      mode: 'keys',
      name: 'reader',
      scopes: ['read'],
    });
    expect(codeOf(await ask('POST', '/api/submit', { ...cookie, ...own() }, one()))).toEqual([
      403,
      'SCOPE_MISSING',
    ]);
    expect(set).not.toContain(reader.text.slice(4));
  });

  it('is Secure when the browser came by https', async () => {
    expect((await signIn(reader, { 'X-Forwarded-Proto': 'https' })).set).toContain('; Secure');
  });

  it('changes something only for pages of the service itself', async () => {
    const { cookie } = await signIn(submitter);
    for (const origin of [undefined, 'https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
      const answer = await ask('POST', '/api/submit', { ...cookie, ...headers }, one());
      expect(codeOf(answer)).toEqual([403, 'ORIGIN_REFUSED']);
    }
    expect((await ask('POST', '/api/submit', { ...cookie, ...own() }, one())).status).toBe(201);
  });

  it('does not begin with a wrong key, or for a page from elsewhere', async () => {
    expect(codeOf(await ask('POST', '/api/session', own(), { key: 'smp_wrong' }))).toEqual([
      401,
      'API_KEY_INVALID',
    ]);
    expect(codeOf(await ask('POST', '/api/session', own(), {}))).toEqual([400, 'INVALID_INPUT']);
    expect(codeOf(await signIn(reader, { Origin: 'https://evil.example' }))).toEqual([403, 'ORIGIN_REFUSED']);
  });

  it('ends when it is told to, or when its key is revoked', async () => {
    const key = await makeKey(stack.database.dataSource, 'visitor', 'read');
    const [one, two] = [await signIn(key), await signIn(key)];
    const statuses = async () => [
      (await ask('GET', '/api/jobs', one.cookie)).status,
      (await ask('GET', '/api/jobs', two.cookie)).status,
    ];
    expect(await statuses()).toEqual([200, 200]);
    expect((await ask('DELETE', '/api/session', one.cookie)).status).toBe(403);
    const ended = await ask('DELETE', '/api/session', { ...one.cookie, ...own() });
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
      204,
      expect.stringContaining('Expires=Thu, 01 Jan 1970'),
    ]);
    expect(await statuses()).toEqual([401, 200]);
    await ask('DELETE', `/api/keys/${key.key.id}`, bearer(admin));
    expect(await statuses()).toEqual([401, 401]);
    expect((await ask('GET', '/api/session', two.cookie)).body).toEqual({
      mode: 'keys',
      name: null,
      scopes: [],
    });
  });
});

describe('A worker that others can reach', () => {
  it('starts without a key, and shows its figures to keys alone', async () => {
    const empty = await startStack();
    try {
      const worker = await empty.start({ ROLE: 'worker', HOST: '0.0.0.0' });
      const statusOf = async (headers = {}) => (await fetch(`${worker.url}/metrics`, { headers })).status;
      expect(await statusOf()).toBe(401);
      expect(await statusOf(bearer(await makeKey(empty.database.dataSource, 'prometheus', 'read')))).toBe(
        200,
      );
      expect((await get(worker.url, '/health/ready')).status).toBe(200);
    } finally {
      await empty.stop();
    }
  });
});

describe('The command line', () => {
  const keys = async (...args: string[]) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: stack.database.url };
    const run = promisify(execFile)(process.execPath, ['dist/cli.js', 'keys', ...args], { env });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  };

  it('makes a key that works at once, lists it, and revokes it', async () => {
    const made = await keys('create', '--name', 'tablet.app', '--scope', 'submit,read');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^smp_[\w-]{43}\n$/) as string });
    const as = { 'X-API-Key': made.stdout.trim() };
    expect((await ask('POST', '/api/submit', as, one())).status).toBe(201);
    const [, id] = /This is key (\d+), "tablet.app" \(submit, read\)/.exec(made.stderr) ?? [];

    const { stdout } = await keys('list');
    expect(stdout).toMatch(
      new RegExp(`^${id} +tablet.app +submit,read +${as['X-API-Key'].slice(0, 10)}\\.\\.\\. `, 'm'),
    );
    expect(stdout).not.toContain(as['X-API-Key']);
    expect(await keys('revoke', id ?? '')).toMatchObject({ code: 0, stdout: `Key ${id} is revoked.\n` });
    expect((await ask('GET', '/api/jobs', as)).status).toBe(401);
    const { body } = await ask('GET', `/api/audit?subject=${id}&limit=2`, bearer(admin));
    expect(body['entries']).toMatchObject([
      { action: 'key.revoked', actor: 'cli', key_id: null, address: null },
      { action: expect.stringMatching(/^(key.created|job.submitted)$/) as string },
    ]);
  });

  it.each([
    [['create', '--scope', 'read'], /--name/],
    [['create', '--name', 'a', '--scope', 'root'], /"root"/],
    [['revoke', '99'], /^There is no API key with the id "99"\.\n$/],
    [[], /create[^]*list[^]*revoke/],
  ])('ends with 1 and says why for %j', async (args, sentence) => {
    const { code, stdout, stderr } = await keys(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
  });
});

describe('Another process of the service', () => {
  it('knows what this one has done', async () => {
    const second = await stack.start({ ROLE: 'api', AUTH: 'on' });
    const jobs = (headers: Record<string, string>) => fetch(`${second.url}/api/jobs`, { headers });
    expect((await jobs(bearer(reader))).status).toBe(200);
    expect((await jobs({})).status).toBe(401);
    // Figures of a loopback HOST need none.
    expect((await fetch(`${second.url}/metrics`)).status).toBe(200);
    await expect(submit(second.url, one().visits)).rejects.toThrow('401');
  });
});
