import { setTimeout as sleep } from 'node:timers/promises';
import { get, post, submit, untilSettled, visit, type StatusBody } from '../support/api.js';
import { breakableRedis, type BreakableRedis } from '../support/breakable-redis.js';
import { EventFollower, type LiveMessage } from '../support/event-follower.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { bearer, keysOn, makeKey } from '../support/keys.js';
import { photo } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';
import { insider } from '../../src/access/caller.js';

let stack: Stack;
let host: ImageServer;
let way: BreakableRedis;
/** `here` takes jobs, `there` is followed; its Redis can be cut off. */
let here: Service;
let there: Service;

/** 16 images at a time, each some 0.12 s: about a hundred in a second. */
const WORKER = { ROLE: 'worker', IMAGES_IN_FLIGHT: '8', GPU_SLEEP_MIN_MS: '90', GPU_SLEEP_MAX_MS: '130' };

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  host = await serveImages({ '/a.jpg': await photo(64, 48).jpeg().toBuffer() });
  way = await breakableRedis(stack.env['REDIS_URL'] ?? '');
  // The first process hands the work out; it must not be the one that loses Redis.
  await stack.start(WORKER);
  // With little room on the heap what is left behind shows as memory, and what only waits to be collected does not.
  const limits = {
    LIVE_STREAMS_MAX: '5000',
    LIVE_STREAMS_PER_CALLER: '5000',
    NODE_OPTIONS: '--max-old-space-size=112',
  };
  [, here, there] = await Promise.all([
    stack.start(WORKER),
    stack.start({ ROLE: 'api' }),
    stack.start({ ROLE: 'api', REDIS_URL: way.url, ...limits }),
  ]);
});
afterAll(async () => {
  await stack?.stop();
  await way?.stop();
  await host?.stop();
});

/** A job of so many images, of which every fifth is not there. */
function submitMixed(images: number, extra: object = {}, storeId = 'RP00001'): Promise<string> {
  const urls = Array.from({ length: images }, (_, n) => `${host.url}/${n % 5 === 4 ? 'none' : 'a'}.jpg?${n}`);
  return submit(here.url, [visit(storeId, ...urls)], extra);
}

type Progress = StatusBody['progress'] & { images_per_second: number | null; eta: object | null };
const progressOf = ({ data }: LiveMessage) => data['progress'] as Progress;
const follow = (jobId: string, headers: Record<string, string> = {}) =>
  EventFollower.open(`${there.url}/api/jobs/${jobId}/events`, headers);
const hasEnded = (follower: EventFollower) => follower.hasEnded;

interface Failures {
  readonly failures: readonly { failure_no: number; store_id: string; code: string; error: string }[];
  readonly more: string | null;
}
const failuresOf = (follower: EventFollower) =>
  follower.of('images-failed').flatMap(({ data }) => (data as unknown as Failures).failures);

/** Failures that a follower was told, and then those its last message leads to. */
async function allFailures(jobId: string, follower: EventFollower): Promise<number[]> {
  const told = failuresOf(follower).map(({ failure_no: no }) => no);
  const last = follower.of('images-failed').at(-1)?.data as unknown as Failures | undefined;
  for (let cursor = last?.more ?? null; cursor !== null;) {
    const { body } = await get<Failures & { next_cursor: string | null }>(
      there.url,
      `/api/jobs/${jobId}/failures?limit=20&cursor=${cursor}`,
    );
    told.push(...body.failures.map(({ failure_no: no }) => no));
    cursor = body.next_cursor;
  }
  return told;
}
const oneTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** Streams of a process that asks for keys, from the beginning of all tests to their end: what they wait for takes half a minute. */
let guarded: { api: Service; revoked: EventFollower; kept: EventFollower[] };

describe('Who may listen', () => {
  it('is limited for each caller, and in all', async () => {
    const key = (name: string) => makeKey(stack.database.dataSource, name, 'read');
    const [one, other, lost] = await Promise.all([key('one'), key('other'), key('lost')]);
    const limits = { AUTH: 'on', LIVE_STREAMS_MAX: '3', LIVE_STREAMS_PER_CALLER: '2' };
    const api = await stack.start({ ROLE: 'api', ...limits });
    const url = `${api.url}/api/events`;
    const open = (who: typeof one) => EventFollower.open(url, bearer(who));
    const refusal = async (who?: typeof one) => {
      const response = await fetch(url, who && { headers: bearer(who) });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await refusal()).toEqual([401, 'API_KEY_MISSING']);
    const revoked = await open(lost);
    const [first, second] = [await open(one), await open(one)];
    expect(await refusal(one)).toEqual([429, 'TOO_MANY_STREAMS']);
    expect(await refusal(other)).toEqual([503, 'STREAMS_FULL']);
    first.cut();
    await sleep(200);
    const third = await open(other);
    await keysOn(stack.database.dataSource).revoke(lost.key.id, insider('cli'));
    expect(await refusal(lost)).toEqual([401, 'API_KEY_INVALID']);
    guarded = { api, revoked, kept: [second, third] };
  });
});

describe('A job that two workers do for one API, followed at another', () => {
  it('is told from the first image to the last, at most four times a second, then the stream ends', async () => {
    const jobId = await submitMixed(400);
    const began = performance.now();
    const follower = await follow(jobId);
    await follower.until(hasEnded);
    const seconds = (performance.now() - began) / 1_000;

    expect(follower.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const events = follower.messages.map(({ event }) => event);
    expect([events[0], ...events.slice(-2)]).toEqual(['progress', 'settled', 'end']);
    expect(follower.messages.length).toBeLessThanOrEqual(4 * (seconds + 2));

    const told = follower.of('progress').map(progressOf);
    const pending = told.map((progress) => progress.pending);
    expect(pending).toEqual([...pending].sort((a, b) => b - a));
    // More than the looks every two seconds would find without notices.
    expect(new Set(pending).size).toBeGreaterThan(seconds / 2 + 2);
    expect(told.some(({ images_per_second: speed, eta }) => (speed ?? 0) > 0 && eta !== null)).toBe(true);
    const [settled] = follower.of('settled');
    expect(settled?.data).toMatchObject({
      job_id: jobId,
      status: 'failed',
      progress: { total: 400, processed: 320, failed: 80, pending: 0, eta: null },
    });
    expect(await allFailures(jobId, follower)).toEqual(oneTo(80));
    expect(failuresOf(follower)[0]).toMatchObject({ store_id: 'RP00001', code: 'HTTP_404' });
  });

  it('tells every failure once to a client whose connection breaks', async () => {
    const jobId = await submitMixed(500);
    const first = await follow(jobId);
    await first.until(({ messages }) => messages.some(({ event }) => event === 'images-failed'));
    first.cut();
    const lastId = first.of('images-failed').at(-1)?.id ?? '';
    const second = await follow(jobId, { 'Last-Event-ID': lastId });
    await second.until(hasEnded);
    const heard = failuresOf(first).map(({ failure_no: no }) => no);
    expect(heard.at(-1)).toBe(Number(lastId));
    expect([...heard, ...(await allFailures(jobId, second))]).toEqual(oneTo(100));

    const byQuery = await EventFollower.open(`${there.url}/api/jobs/${jobId}/events?last_event_id=98`);
    await byQuery.until(hasEnded);
    expect(failuresOf(byQuery).map(({ failure_no: no }) => no)).toEqual([99, 100]);
  });

  it('goes on being told while Redis cannot be reached', async () => {
    const jobId = await submitMixed(700);
    const follower = await follow(jobId);
    await follower.until(({ messages }) => messages.length > 1);
    way.set('cut');
    try {
      const before = follower.of('progress').length;
      await follower.until(hasEnded);
      expect(follower.of('progress').length).toBeGreaterThan(before + 1);
      expect(follower.messages.slice(-2).map(({ event }) => event)).toEqual(['settled', 'end']);
    } finally {
      way.set('open');
    }
  });
});

describe('What somebody does to a job', () => {
  it('is told to those who follow it, and a retry as a job that is open again', async () => {
    const jobId = await submitMixed(400);
    const act = async (what: string) => (await post(here.url, `/api/jobs/${jobId}/${what}`, {})).status;
    const hears = (state: string) => (f: EventFollower) => f.messages.at(-1)?.data['state'] === state;
    const follower = await follow(jobId);
    await follower.until(({ messages }) => messages.some((message) => progressOf(message)?.processed > 0));
    expect(await act('pause')).toBe(200);
    await follower.until(hears('paused'));
    expect(progressOf(follower.messages.at(-1)!).eta).toBeNull();
    expect(await act('resume')).toBe(200);
    await follower.until(hears('running'));
    expect(await act('cancel')).toBe(200);
    await follower.until(hasEnded);
    expect(follower.of('settled')[0]?.data).toMatchObject({ status: 'failed', state: 'cancelled', run: 0 });

    const all = await EventFollower.open(`${there.url}/api/events`);
    await all.until(({ messages }) => messages.length > 0);
    expect(await act('retry')).toBe(202);
    const again = await follow(jobId);
    await again.until(hasEnded);
    expect(again.messages[0]?.data).toMatchObject({ status: 'ongoing', run: 1, reopened: true });
    const progress = { total: 400, processed: 320, failed: 80, cancelled: 0, pending: 0 };
    expect(again.of('settled')[0]?.data).toMatchObject({ state: 'failed', run: 1, reopened: true, progress });
    const numbers = await allFailures(jobId, again);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers).toHaveLength(80);
    await all.until((f) => f.of('settled').length > 0);
    const reopened = all.of('progress').flatMap(({ data }) => data['jobs'] as object[]);
    expect(reopened[0]).toMatchObject({ job_id: jobId, status: 'ongoing', run: 1 });
    all.cut();
  });
});

describe('A stream of a job', () => {
  let done: string;
  beforeAll(async () => {
    done = await submitMixed(10);
    await untilSettled(here.url, done);
  });

  it('ends at once when the job has ended, and says so', async () => {
    const follower = await follow(done);
    await follower.until(hasEnded);
    expect(follower.messages.map(({ event }) => event)).toEqual(['images-failed', 'settled', 'end']);
    expect(await allFailures(done, follower)).toEqual([1, 2]);
  });

  it.each([
    ['/api/jobs/999999/events', {}, 404, 'JOB_NOT_FOUND'],
    ['/api/jobs/x/events', {}, 400, 'INVALID_JOB_ID'],
    ['/api/jobs/1/events', { 'Last-Event-ID': 'x' }, 400, 'INVALID_INPUT'],
    ['/api/jobs/1/events?last_event_id=99999999999', {}, 400, 'INVALID_INPUT'],
    ['/api/events?status=done', {}, 400, 'INVALID_INPUT'],
  ])('%s %j is refused with %d', async (path, headers: Record<string, string>, status, code) => {
    const response = await fetch(there.url + path, { headers });
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status,
      body: { code },
    });
  });

  it('has no body when only its head is asked for', async () => {
    const response = await fetch(`${there.url}/api/jobs/${done}/events`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('The stream of all jobs', () => {
  const idsIn = (messages: readonly LiveMessage[]) =>
    new Set(messages.flatMap(({ data }) => (data['jobs'] as { job_id: string }[]).map((job) => job.job_id)));

  it('begins with what is active, tells changes and ends, and only of jobs that fit', async () => {
    const active = await submitMixed(300, { labels: { team: 'north' } });
    const open = (query: string) => EventFollower.open(`${there.url}/api/events${query}`);
    const [all, north, store, failing, others] = await Promise.all([
      open(''),
      open('?label=team:north'),
      open('?store_id=RP00002&status=ongoing'),
      open('?store_id=RP00002&code=HTTP_404'),
      open('?store_id=RP00002&code=HTTP_410'),
    ]);
    const followers = [all, north, store, failing, others];
    await Promise.all(followers.map((f) => f.until(({ messages }) => messages.length > 0)));
    const later = await submitMixed(20, { labels: { team: 'south' } }, 'RP00002');
    await all.until((f) => idsIn(f.of('settled')).size === 2);
    await store.until((f) => f.of('settled').length > 0);
    await failing.until((f) => f.of('settled').length > 0);

    expect(all.messages[0]).toMatchObject({ event: 'snapshot', data: { more: false } });
    expect([...idsIn(all.of('snapshot'))]).toEqual([active]);
    expect(idsIn(all.of('settled'))).toEqual(new Set([active, later]));
    expect(idsIn(all.of('progress')).has(active)).toBe(true);
    expect(idsIn(north.messages)).toEqual(new Set([active]));
    expect([...idsIn(store.of('snapshot'))]).toEqual([]);
    expect(idsIn(store.messages)).toEqual(new Set([later]));
    expect(idsIn(failing.messages)).toEqual(new Set([later]));
    expect(idsIn(others.messages)).toEqual(new Set());
    for (const follower of followers) follower.cut();
  });

  it('finds jobs that begin and end while Redis cannot be reached', async () => {
    const follower = await EventFollower.open(`${there.url}/api/events`);
    await follower.until(({ messages }) => messages.length > 0);
    way.set('cut');
    try {
      const jobId = await submitMixed(5);
      await follower.until((f) => idsIn(f.of('settled')).has(jobId));
    } finally {
      way.set('open');
      follower.cut();
    }
  });
});

describe('Many streams', () => {
  const figure = async (name: string) => {
    const text = await (await fetch(`${there.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  };
  const untilNone = async () => {
    while ((await figure('smp_live_streams')) > 0) await sleep(50);
  };

  it('leave nothing behind when they are dropped', async () => {
    const jobId = await submit(here.url, [visit('RP00001', `${host.url}/a.jpg`)]);
    await untilSettled(here.url, jobId);
    // Never settled, as nobody is told of it: streams stay open.
    await stack.database.dataSource.query(`UPDATE jobs SET settled_at = NULL, processed = 0 WHERE id = $1`, [
      jobId,
    ]);
    const openAndDrop = async (count: number) => {
      const paths = Array.from({ length: count }, (_, n) =>
        n % 2 ? '/api/events' : `/api/jobs/${jobId}/events`,
      );
      const followers = await Promise.all(paths.map((path) => EventFollower.open(there.url + path)));
      await Promise.all(followers.map((f) => f.until(({ messages }) => messages.length > 0)));
      expect(await figure('smp_live_streams')).toBe(count);
      expect(await figure('smp_followed_jobs')).toBe(1);
      for (const follower of followers) follower.cut();
      await untilNone();
    };
    await openAndDrop(400); // what the first streams cost once, they do not cost again
    const before = await figure('process_resident_memory_bytes');
    for (let round = 0; round < 4; round += 1) await openAndDrop(400);
    const grownBy = (await figure('process_resident_memory_bytes')) - before;
    expect(grownBy / 1_048_576).toBeLessThan(40);
    expect(await figure('smp_followed_jobs')).toBe(0);
    expect(there.log()).not.toMatch(/MaxListenersExceeded|"level":50/);
  });
});

describe('A stream that stays open', () => {
  it('gives signs of life, ends when its key is revoked, and when the process stops', async () => {
    const { api, revoked, kept } = guarded;
    await revoked.until(hasEnded);
    expect(revoked.comments).toContain('the key or session of this stream is over');
    expect(kept.map((follower) => follower.hasEnded)).toEqual([false, false]);
    for (const { comments } of kept) expect(comments).toContain('alive');

    const exit = api.stop();
    await Promise.all(kept.map((follower) => follower.until(hasEnded)));
    for (const { comments } of kept) expect(comments.at(-1)).toBe('the service stops here; connect again');
    expect(await exit).toBe(0);
  });
});
