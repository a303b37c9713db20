import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Redis } from 'ioredis';
import type { IssuedKey } from '../../src/access/keys/keys.service.js';
import { get, visit } from '../support/api.js';
import { breakableRedis, type BreakableRedis } from '../support/breakable-redis.js';
import { bearer, makeKey } from '../support/keys.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

// A Redis that takes 250 ms counts as away for a second, and nobody is refused; on a busy machine it does now and then.
jest.retryTimes(3, { waitBeforeRetry: 1_500 });

let stack: Stack;
let redis: Redis;
let way: BreakableRedis;
/** Two processes that share a Redis, where others can connect. */
let services: readonly [Service, Service];
/** New ones for each try, and addresses too: processes remember who has used up everything. */
let keys: IssuedKey[];
let tries = 0;

const LIMITS = {
  ROLE: 'api',
  AUTH: 'on',
  TRUST_PROXY: 'loopback',
  RATE_LIMIT_READ_PER_MINUTE: '10',
  RATE_LIMIT_SUBMIT_PER_MINUTE: '5',
  RATE_LIMIT_WRONG_KEYS_PER_MINUTE: '4',
};

const makeOne = (name: string) => makeKey(stack.database.dataSource, name, 'read', 'submit');

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  redis = new Redis(stack.env['REDIS_URL'] ?? '');
  way = await breakableRedis(stack.env['REDIS_URL'] ?? '');
  const start = () => stack.start({ ...LIMITS, REDIS_URL: way.url });
  await makeOne('first'); // without any, nothing starts
  services = await Promise.all([start(), start()]);
});
// Each test begins with a full allowance.
beforeEach(async () => {
  tries += 1;
  keys = await Promise.all(Array.from({ length: 5 }, (_, n) => makeOne(`app ${n} of ${tries}`)));
  const used = await redis.keys('limit:*');
  if (used.length > 0) await redis.del(used);
});
afterAll(async () => {
  await redis?.quit();
  await stack?.stop();
  await way?.stop();
});

const [JOBS, SUBMIT] = ['/api/jobs?limit=1', '/api/submit'];

/** What the service answers, at one process or the other by turns. */
function ask(
  n: number,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Response> {
  const json = { 'Content-Type': 'application/json', ...headers };
  const options =
    body === undefined ? { headers } : { method: 'POST', headers: json, body: JSON.stringify(body) };
  return fetch(services[n % 2]?.url + path, options);
}
const read = (n: number, key = 0) => ask(n, JOBS, bearer(keys[key] as IssuedKey));
const submit = (n: number, key = 0) => {
  const body = { count: 1, visits: [visit('RP00001', 'ftp://example.com/1.jpg')] };
  return ask(n, SUBMIT, bearer(keys[key] as IssuedKey), body);
};

/** @returns the statuses of so many requests, one after another */
async function statuses(times: number, request: (n: number) => Promise<Response>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const response = await request(n);
    await response.arrayBuffer();
    all.push(response.status);
  }
  return all;
}
const some = (...runs: readonly (readonly [times: number, status: number])[]) =>
  runs.flatMap(([times, status]) => Array<number>(times).fill(status));

describe('The limit of a key', () => {
  it('counts at all processes together, reads and submits apart, and each key for itself', async () => {
    expect(await statuses(12, (n) => read(n))).toEqual(some([10, 200], [2, 429]));
    expect(await statuses(6, (n) => submit(n))).toEqual(some([5, 201], [1, 429]));
    expect(await statuses(2, (n) => read(n, 1))).toEqual([200, 200]);
    expect(await statuses(1, (n) => submit(n, 1))).toEqual([201]);
    expect(await statuses(3, (n) => ask(n, '/health/live'))).toEqual([200, 200, 200]);
  });

  it('is told with every answer, and what to do when it is reached', async () => {
    const first = await read(0, 2);
    expect(first.headers.get('ratelimit-policy')).toBe('"read";q=10;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"read";r=9;t=(60|59)$/);
    await statuses(9, (n) => read(n, 2));
    const refused = await read(0, 2);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit')).toBe(`"read";r=0;t=${seconds}`);
    expect(await refused.json()).toEqual({
      error: `More than 10 requests in a minute are too many; try again in ${seconds} seconds.`,
      code: 'RATE_LIMITED',
    });
    expect((await submit(0, 2)).headers.get('ratelimit')).toMatch(/^"submit";r=4;t=\d+$/);
  });

  it('does not hinder others while one is over it', async () => {
    await statuses(10, (n) => read(n, 3));
    const both = await Promise.all([statuses(5, (n) => read(n, 3)), statuses(5, (n) => read(n, 4))]);
    expect(both).toEqual([some([5, 429]), some([5, 200])]);
  });
});

describe('The limit of an address', () => {
  const address = (n: number) => `192.0.${tries}.${n}`;
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const guess = (n: number, address: string) =>
    ask(n, JOBS, { ...from(address), 'X-API-Key': `smp_${String(n).padStart(43, 'x')}` });
  const signIn = async (n: number, address: string, key: string) => {
    const response = await ask(n, '/api/session', from(address), { key });
    await sleep(20); // what was counted is given back behind the answer
    return response;
  };

  it('stops whoever tries keys or signs in over and over, but not those with a good key', async () => {
    const office = address(1);
    const inUse = (n: number) => ask(n, JOBS, { ...from(office), ...bearer(keys[4] as IssuedKey) });
    expect(await statuses(2, inUse)).toEqual([200, 200]);
    expect(await statuses(6, (n) => guess(n, office))).toEqual(some([4, 401], [2, 429]));
    expect(await statuses(2, inUse)).toEqual([200, 200]);
    const signedIn = await signIn(0, office, keys[4]?.text ?? '');
    const cookie = { Cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
    expect((await ask(0, JOBS, { ...from(office), ...cookie })).status).toBe(200);
    expect(await statuses(6, (n) => signIn(n, office, 'smp_wrong'))).toEqual(some([4, 401], [2, 429]));
    expect(await statuses(1, (n) => guess(n, address(2)))).toEqual([401]);
  });

  it('keeps the database out of it: a key it has not seen waits until the guessing ends', async () => {
    const { text } = await makeKey(stack.database.dataSource, `new ${tries}`, 'read');
    const show = (address: string) => ask(0, JOBS, { ...from(address), 'X-API-Key': text });
    await statuses(6, (n) => guess(n, address(4)));
    expect((await show(address(4))).status).toBe(429);
    expect((await show(address(5))).status).toBe(200);
  });

  it('counts sessions that nobody has, but no text that cannot be one', async () => {
    const show = (n: number, token: string) =>
      ask(n, JOBS, { ...from(address(6)), Cookie: `smp_session_${services[n % 2]?.port}=${token}` });
    expect(await statuses(5, (n) => show(n, 'short'))).toEqual(some([5, 401]));
    expect(await statuses(5, (n) => show(n, String(n).padStart(43, 'x')))).toEqual(some([4, 401], [1, 429]));
  });

  it('does not count sign-ins that are good; they are changes by their key', async () => {
    const { text } = await makeKey(stack.database.dataSource, `head office ${tries}`, 'read');
    expect(await statuses(8, (n) => signIn(n, address(3), text))).toEqual(some([5, 204], [3, 429]));
    expect(await statuses(1, (n) => signIn(n, address(3), 'smp_wrong'))).toEqual([401]);
  });

  it('counts whoever shows nothing, and a whole network of IPv6 as one', async () => {
    const stranger = (n: number) => ask(n, JOBS, from(`2001:db8:${tries}:1::${n + 1}`));
    expect(await statuses(11, stranger)).toEqual(some([10, 401], [1, 429]));
    expect((await ask(0, JOBS, from(`2001:db8:${tries}:2::1`))).status).toBe(401);
  });
});

describe('Without Redis', () => {
  it.each(['frozen', 'cut'] as const)('(%s) nobody is refused, and nobody waits for it', async (state) => {
    await until(async () => (await read(0, 1)).headers.has('ratelimit'));
    way.set(state);
    expect(await statuses(30, (n) => read(n, 1))).toEqual(some([30, 200]));
    expect((await read(0, 1)).headers.has('ratelimit')).toBe(false);
    way.set('open');
    await until(async () => (await read(0, 1)).headers.has('ratelimit'));
  });
});

describe('While only this machine can connect', () => {
  it('nothing is limited, and Redis hears of no request, unless a limit is set', async () => {
    const open = await stack.start({ ROLE: 'api' });
    const limited = await stack.start({ ...LIMITS, AUTH: 'auto' });
    for (let n = 0; n < 15; n += 1) {
      const { status, headers } = await get(open.url, JOBS);
      expect([status, headers.get('ratelimit')]).toEqual([200, null]);
    }
    expect(await redis.keys('limit:*')).toEqual([]);
    await until(async () => (await get(limited.url, JOBS)).headers.has('ratelimit'));
    expect(await redis.keys('limit:*')).toEqual(['limit:read:address:127.0.0.1']);
  });
});

/** Waits until it is so; the test's own deadline ends what never is. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(100);
}
