import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { get, post, submit, visit } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { bearer, makeKey } from '../support/keys.js';
import { photo } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';
import { receiveWebhooks, type Receiver } from '../support/webhook-receiver.js';

interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly enabled: boolean;
  readonly disabled_reason: string | null;
  readonly old_secret_until: string | null;
}
interface Delivery {
  readonly id: string;
  readonly message_id: string;
  readonly endpoint_id: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly log: readonly {
    attempt: number;
    status: number | null;
    error: string | null;
    answer: string | null;
  }[];
}

/** Nothing but this address of the machine is open, and failures are tried again soon. */
const SETTINGS = {
  FETCH_ALLOW_PRIVATE: 'false',
  FETCH_ALLOW_CIDRS: '127.0.0.1/32',
  WEBHOOK_RETRY_BASE_MS: '20',
  WEBHOOK_TIMEOUT_MS: '3000',
};

const silent = () => undefined;
let isHanging = true;
let stack: Stack;
let images: ImageServer;
let receiver: Receiver;
let slow: Receiver;
let service: Service;

beforeAll(async () => {
  const picture = await photo(64, 48).jpeg().toBuffer();
  images = await serveImages({
    '/a.jpg': picture,
    '/hanging.jpg': (_, response) => {
      if (!isHanging) response.end(picture);
    },
  });
  receiver = await receiveWebhooks({
    '/flaky': (response, earlier) => response.writeHead(earlier < 2 ? 500 : 200).end('not now'),
    '/moved': (response) => response.writeHead(302, { Location: `${receiver.url}/elsewhere` }).end(),
    '/gone': (response) => response.writeHead(410).end(),
    '/broken': (response) => response.writeHead(500).end('out of order'),
  });
  slow = await receiveWebhooks({ '/slow': silent });
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start(SETTINGS);
});
afterEach(() => stack.database.dataSource.query('DELETE FROM webhook_endpoints'));
afterAll(async () => {
  await stack?.stop();
  await Promise.all([images, receiver, slow].map((server) => server?.stop()));
});

/** A job of one image, which is measured, or else fails at once. */
const submitOne = (isGood: boolean, extra: object = {}, api = service) =>
  submit(api.url, [visit('RP00001', isGood ? `${images.url}/a.jpg` : 'ftp://example.com/1.jpg')], extra);

const register = async (path: string, events = ['job.settled'], base = receiver.url) =>
  (await post<Endpoint>(service.url, '/api/webhooks', { url: base + path, events })).body;
const change = async (method: string, path: string, body?: object) => {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(service.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
};
const find = async (id: string) => (await get<Endpoint>(service.url, `/api/webhooks/${id}`)).body;
const deliveriesOf = async (query: string) =>
  (await get<{ deliveries: Delivery[] }>(service.url, `/api/deliveries?${query}`)).body.deliveries;
const detail = async (id: string) => (await get<Delivery>(service.url, `/api/deliveries/${id}`)).body;

/** Waits until the newest delivery about a job is as it should be. */
async function untilDelivery(jobId: string, fits: (delivery: Delivery) => boolean): Promise<Delivery> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [delivery] = await deliveriesOf(`job_id=${jobId}`);
    if (delivery && fits(delivery)) return detail(delivery.id);
    await sleep(20);
  }
  throw new Error(`No such delivery: ${JSON.stringify(await deliveriesOf(`job_id=${jobId}`))}`);
}

async function cli(...words: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: stack.database.url };
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'webhooks', ...words], {
    env,
  });
  return stdout.trim();
}

describe('A settled job', () => {
  it('is told to those who want to know, signed so that the library of the standard verifies it', async () => {
    const settled = await register('/settled');
    const failed = await register('/failed', ['job.failed']);
    const extra = { reference: 'north', labels: { team: 'n' } };
    const goodJob = await submitOne(true, extra);
    await receiver.until('/settled', 1);
    const badJob = await submitOne(false);
    const [good, bad] = await receiver.until('/settled', 2);
    expect(new Webhook(settled.secret).verify(good?.body ?? '', good?.headers ?? {})).toEqual({
      type: 'job.settled',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        job_id: goodJob,
        status: 'completed',
        state: 'completed',
        progress: { total: 1, processed: 1, failed: 0, cancelled: 0, pending: 0, percent: 100 },
        error_count: 0,
        reference: 'north',
        labels: { team: 'n' },
        run: 0,
        created_at: expect.stringMatching(/Z$/),
        settled_at: expect.stringMatching(/Z$/),
      },
    });
    expect(bad?.payload.data).toMatchObject({ job_id: badJob, status: 'failed', error_count: 1, labels: {} });
    const [alarm, ...more] = await receiver.until('/failed', 1);
    expect(more).toEqual([]);
    expect(alarm?.payload).toMatchObject({ type: 'job.failed', data: { job_id: badJob } });
    expect(() => new Webhook(settled.secret).verify(alarm?.body ?? '', alarm?.headers ?? {})).toThrow();
    expect(() => new Webhook(failed.secret).verify(alarm?.body ?? '', alarm?.headers ?? {})).not.toThrow();
    for (const { id } of [settled, failed])
      expect((await change('DELETE', `/api/webhooks/${id}`)).status).toBe(204);
  });

  it('is told to its callback_url, signed with the secret that the command shows, and with both after a rotation', async () => {
    await submitOne(true, { callback_url: `${receiver.url}/callback` });
    const [first] = await receiver.until('/callback', 1);
    const secret = await cli('secret');
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({
      type: 'job.settled',
    });
    const fresh = await cli('rotate-secret');
    await submitOne(true, { callback_url: `${receiver.url}/callback` });
    const [, second] = await receiver.until('/callback', 2);
    for (const valid of [secret, fresh]) {
      expect(() => new Webhook(valid).verify(second?.body ?? '', second?.headers ?? {})).not.toThrow();
    }
  });

  it('is told of as cancelled, and again when its images were run again', async () => {
    const hanging = visit('RP00001', `${images.url}/hanging.jpg`);
    const jobId = await submit(service.url, [hanging], { callback_url: `${receiver.url}/twice` });
    expect((await post(service.url, `/api/jobs/${jobId}/cancel`, {})).status).toBe(200);
    const [cancelled] = await receiver.until('/twice', 1);
    expect(cancelled?.payload.data).toMatchObject({
      status: 'failed',
      state: 'cancelled',
      run: 0,
      error_count: 1,
    });
    isHanging = false;
    expect((await post(service.url, `/api/jobs/${jobId}/retry`, {})).status).toBe(202);
    const [, completed] = await receiver.until('/twice', 2);
    expect(completed?.payload.data).toMatchObject({ job_id: jobId, state: 'completed', run: 1 });
    expect(completed?.headers['webhook-id']).not.toBe(cancelled?.headers['webhook-id']);
  });

  it('is told again until the receiver takes it, each time under the same id', async () => {
    const jobId = await submitOne(true, { callback_url: `${receiver.url}/flaky` });
    const delivery = await untilDelivery(jobId, ({ state }) => state === 'delivered');
    const ids = receiver.received('/flaky').map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery.message_id, delivery.message_id, delivery.message_id]);
    expect(delivery.log).toMatchObject([
      {
        attempt: 1,
        status: 500,
        error: 'The receiver answered 500 (Internal Server Error).',
        answer: 'not now',
      },
      { attempt: 2, status: 500 },
      { attempt: 3, status: 200, error: null },
    ]);
  });

  it('is not told to an address that is not open, nor to where a receiver redirects', async () => {
    const shut = await submitOne(true, { callback_url: `http://127.0.0.2:${receiver.port}/shut` });
    const moved = await submitOne(true, { callback_url: `${receiver.url}/moved` });
    const refused = await untilDelivery(shut, ({ attempts }) => attempts > 1);
    expect(refused.last_error).toBe(
      'The receiver is at an address that is not open to the public, and nothing is sent there.',
    );
    const redirected = await untilDelivery(moved, ({ attempts }) => attempts > 1);
    expect(redirected.last_error).toBe('The receiver answered 302 (Found); redirects are not followed.');
    expect(receiver.received('/moved').length).toBeGreaterThan(1);
    expect([...receiver.received('/shut'), ...receiver.received('/elsewhere')]).toEqual([]);
  });

  it('is told to the others at once while a receiver does not answer', async () => {
    const many = Array.from({ length: 60 }, () => submitOne(true, { callback_url: `${slow.url}/slow` }));
    await Promise.all(many);
    await slow.until('/slow', 1);
    const jobId = await submitOne(true, { callback_url: `${receiver.url}/quick` });
    await receiver.until('/quick', 1);
    // Each waits out its time of three seconds: the 60 would have held all slots for longer than that.
    expect(slow.received('/slow').length).toBeLessThan(30);
    expect((await untilDelivery(jobId, ({ state }) => state === 'delivered')).attempts).toBe(1);
    await stack.database.dataSource.query(
      `UPDATE webhook_deliveries SET state = 'failed', next_attempt_at = NULL WHERE url LIKE '%/slow'`,
    );
  });
});

describe('A webhook', () => {
  it('is signed with both secrets for a day after a rotation', async () => {
    const { id, secret } = await register('/rotated');
    const { status, body } = await post<Endpoint>(service.url, `/api/webhooks/${id}/rotate`, {});
    expect(status).toBe(200);
    const hours = (Date.parse(body.old_secret_until ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(24, 1);
    await post(service.url, `/api/webhooks/${id}/test`, {});
    const [test] = await receiver.until('/rotated', 1);
    expect(test?.payload).toMatchObject({ type: 'webhook.test', data: { endpoint_id: id } });
    for (const valid of [secret, body.secret]) {
      expect(() => new Webhook(valid).verify(test?.body ?? '', test?.headers ?? {})).not.toThrow();
    }
    await stack.database.dataSource.query(`UPDATE webhook_endpoints SET old_secret_until = now()`);
    await post(service.url, `/api/webhooks/${id}/test`, {});
    const [, later] = await receiver.until('/rotated', 2);
    expect(() => new Webhook(body.secret).verify(later?.body ?? '', later?.headers ?? {})).not.toThrow();
    expect(() => new Webhook(secret).verify(later?.body ?? '', later?.headers ?? {})).toThrow();
    await change('DELETE', `/api/webhooks/${id}`);
  });

  it('is disabled when its receiver is gone, says why, and works again when it is enabled', async () => {
    const { id } = await register('/gone');
    const jobId = await submitOne(true);
    const { id: deliveryId } = await untilDelivery(jobId, ({ state }) => state === 'failed');
    expect(await find(id)).toMatchObject({
      enabled: false,
      disabled_reason: 'Its receiver answered 410 (Gone).',
    });
    const refused = await post(service.url, `/api/deliveries/${deliveryId}/resend`, {});
    expect([refused.status, refused.body['code']]).toEqual([409, 'WEBHOOK_DISABLED']);
    const test = await post(service.url, `/api/webhooks/${id}/test`, {});
    expect([test.status, test.body['code']]).toEqual([409, 'WEBHOOK_DISABLED']);
    await change('PATCH', `/api/webhooks/${id}`, { url: `${receiver.url}/back`, enabled: true });
    expect(await find(id)).toMatchObject({ enabled: true, disabled_reason: null });
    expect((await post(service.url, `/api/deliveries/${deliveryId}/resend`, {})).status).toBe(202);
    const [again] = await receiver.until('/back', 1);
    expect(again?.headers['webhook-id']).toBe(receiver.received('/gone')[0]?.headers['webhook-id']);
    expect(await untilDelivery(jobId, ({ state }) => state === 'delivered')).toMatchObject({ attempts: 2 });
    await change('DELETE', `/api/webhooks/${id}`);
    const deleted = await post(service.url, `/api/deliveries/${deliveryId}/resend`, {});
    expect([deleted.status, deleted.body['code']]).toEqual([409, 'WEBHOOK_DELETED']);
  });

  it('is disabled when nothing has reached it until the last attempt, and what waits for it has failed', async () => {
    const { id } = await register('/broken');
    const waiting = await submitOne(true);
    await untilDelivery(waiting, ({ attempts }) => attempts > 0);
    const jobId = await submitOne(true);
    await untilDelivery(jobId, ({ attempts }) => attempts > 0);
    // As after a day: one attempt is left, and the first that failed was the one of this delivery.
    await stack.database.dataSource.query(
      `UPDATE webhook_deliveries SET tries = 11, next_attempt_at = now(),
         failing_since = (SELECT failing_since FROM webhook_endpoints WHERE id = $1) WHERE job_id = $2`,
      [id, waiting],
    );
    await untilDelivery(waiting, ({ state }) => state === 'failed');
    expect((await find(id)).disabled_reason).toMatch(
      /^Nothing has reached it since \d{4}-\d\d-\d\d \d\d:\d\d UTC\. The receiver (answered 500|did not answer)/,
    );
    const other = await untilDelivery(jobId, ({ state }) => state === 'failed');
    expect(other.last_error).toBe('The webhook was disabled before that.');
    await change('DELETE', `/api/webhooks/${id}`);
  });

  it('stays enabled when a delivery fails for good while others arrive', async () => {
    const { id } = await register('/mixed');
    const jobId = await submitOne(true);
    await untilDelivery(jobId, ({ state }) => state === 'delivered');
    await change('PATCH', `/api/webhooks/${id}`, { url: `${receiver.url}/broken` });
    // As after a day of failures of this one, and the success of another.
    await stack.database.dataSource.query(
      `UPDATE webhook_deliveries SET state = 'pending', tries = 11, next_attempt_at = now(),
         failing_since = now() - interval '1 day' WHERE job_id = $1`,
      [jobId],
    );
    await untilDelivery(jobId, ({ state }) => state === 'failed');
    expect(await find(id)).toMatchObject({ enabled: true });
    await change('DELETE', `/api/webhooks/${id}`);
  });

  it.each([
    [
      { url: 'http://user:pw@example.com/', events: ['job.settled'] },
      '"url" must not contain a user name or password.',
    ],
    [{ url: 'ftp://example.com/', events: ['job.settled'] }, '"url" must be an http or https URL.'],
    [{ url: 'example', events: ['job.settled'] }, '"url" is not a valid URL.'],
    [
      { url: 'http://example.com/', events: [] },
      '"events" must list at least one of job.settled, job.failed.',
    ],
    [{ url: 'http://example.com/', events: ['x'] }, '"events" may have job.settled, job.failed; not "x".'],
  ])('is refused when it does not fit: %j', async (body, sentence) => {
    const answer = await post(service.url, '/api/webhooks', body);
    expect([answer.status, answer.body['error']]).toEqual([400, sentence]);
  });

  it('is nowhere to be found by another id', async () => {
    for (const id of ['999999', 'x']) {
      expect((await get(service.url, `/api/webhooks/${id}`)).body).toMatchObject({
        code: 'WEBHOOK_NOT_FOUND',
      });
      expect((await get(service.url, `/api/deliveries/${id}`)).body).toMatchObject({
        code: 'DELIVERY_NOT_FOUND',
      });
    }
  });

  it('and all its changes are in the audit log, without its secret path', async () => {
    const { id } = await register('/secret-path');
    await change('DELETE', `/api/webhooks/${id}`);
    const { body } = await get<{ entries: { action: string }[] }>(service.url, `/api/audit?subject=${id}`);
    const actions = body.entries.map(({ action }) => action).filter((action) => action.startsWith('webhook'));
    expect(actions).toEqual(['webhook.deleted', 'webhook.created']);
    expect(JSON.stringify(body)).not.toContain('secret-path');
  });
});

describe('A submit', () => {
  it.each([
    ['file:///etc/passwd', '"callback_url" must be an http or https URL.'],
    ['http://u:p@example.com/', '"callback_url" must not contain a user name or password.'],
    ['nowhere', '"callback_url" is not a valid URL.'],
  ])('is refused with the callback_url %s', async (callback_url, sentence) => {
    const visits = [visit('RP00001', 'http://example.com/1.jpg')];
    const { status, body } = await post(service.url, '/api/submit', { count: 1, visits, callback_url });
    expect([status, body['error']]).toEqual([400, sentence]);
  });
});

describe('Killed with deliveries under way', () => {
  it('everything arrives, under the same id where it was sent already; only admins may look', async () => {
    await service.stop();
    let answers = false;
    const held = await receiveWebhooks({
      '/held': (response) => {
        if (answers) response.writeHead(200).end();
      },
    });
    try {
      const { dataSource } = stack.database;
      const [admin, reader] = [
        await makeKey(dataSource, 'chief', 'admin'),
        await makeKey(dataSource, 'r', 'read'),
      ];
      const api = { ...SETTINGS, ROLE: 'api' };
      const first = await stack.start(api);
      await stack.start({ ...SETTINGS, ROLE: 'worker' });
      const callback = { callback_url: `${held.url}/held` };
      const jobs = await Promise.all(Array.from({ length: 12 }, () => submitOne(true, callback, first)));
      await held.until('/held', 4);
      const late = Array.from({ length: 3 }, () => submitOne(true, callback, first));
      jobs.push(...(await Promise.all(late)));
      await first.stop('SIGKILL');
      answers = true;
      const sent = held.received('/held').map(({ headers }) => headers['webhook-id']);
      const second = await stack.start({ ...api, AUTH: 'on', WEBHOOK_TIMEOUT_MS: '15000' });
      const told = () => new Set(held.received('/held').map(({ payload }) => payload.data['job_id']));
      for (let tries = 0; tries < 1_500 && told().size < jobs.length; tries += 1) await sleep(20);
      expect(told()).toEqual(new Set(jobs));
      const ids = () =>
        held
          .received('/held')
          .slice(sent.length)
          .map(({ headers }) => headers['webhook-id']);
      for (let tries = 0; tries < 1_500 && !sent.every((id) => ids().includes(id)); tries += 1)
        await sleep(20);
      expect(ids()).toEqual(expect.arrayContaining(sent));
      // One message for each job, whatever died.
      expect(new Set(ids()).size).toBe(jobs.length);
      for (const path of ['/api/webhooks', '/api/deliveries']) {
        const asked = async (headers: Record<string, string>) =>
          (await fetch(second.url + path, { headers })).status;
        expect([path, await asked({}), await asked(bearer(reader)), await asked(bearer(admin))]).toEqual([
          ...[path, 401, 403, 200],
        ]);
      }
      // Told to stop, it waits no 15 seconds for a receiver that does not answer: another process may try at once.
      answers = false;
      const before = held.received('/held').length;
      const body = { count: 1, visits: [visit('RP00001', `${images.url}/a.jpg`)], ...callback };
      const last = await post(second.url, '/api/submit', body, bearer(admin));
      await held.until('/held', before + 1);
      expect(await second.stop('SIGTERM')).toBe(0);
      const [row] = await dataSource.query<object[]>(
        `SELECT attempts, state, next_attempt_at <= now() AS is_due FROM webhook_deliveries WHERE job_id = $1`,
        [last.body['job_id']],
      );
      expect(row).toEqual({ attempts: 0, state: 'pending', is_due: true });
    } finally {
      await held.stop();
    }
  });
});
