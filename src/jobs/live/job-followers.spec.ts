import { jest } from '@jest/globals';
import type { MetricsService } from '../../metrics/metrics.service.js';
import type { JobEntity } from '../job.entity.js';
import type { JobListRepository } from '../reading/job-list.repository.js';
import type { EventMessage, EventStream } from './event-stream.js';
import type { FailureReader } from './failure-reader.js';
import { JobFollowers } from './job-followers.js';
import type { JobSignal } from './job-signal.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const job = (id: string, processed = 0) =>
  ({
    id,
    run: 0,
    total: 100,
    processed,
    failed: 0,
    cancelled: 0,
    lastFailureNo: 0,
    pace: null,
    paceAt: null,
    createdAt: new Date(0),
  }) as unknown as JobEntity;

/** Jobs that every read finds one image further, and whoever notices come from. */
function house() {
  const reads: (readonly string[])[] = [];
  let notify: (ids: readonly string[]) => void = () => undefined;
  const jobs = {
    findByIds: (ids: readonly string[]) => {
      reads.push(ids);
      return Promise.resolve(ids.map((id) => job(id, Math.min(99, reads.length))));
    },
  };
  const signal = { onChange: (listener: typeof notify) => (notify = listener) };
  const metrics = { addGauge: () => undefined };
  const followers = new JobFollowers(
    jobs as unknown as JobListRepository,
    {} as unknown as FailureReader,
    signal as unknown as JobSignal,
    metrics as unknown as MetricsService,
  );
  followers.onModuleInit();
  return { followers, reads, notify: (...ids: string[]) => notify(ids) };
}

function client() {
  const heard: EventMessage[] = [];
  let close: () => void = () => undefined;
  const stream = {
    isWritable: true,
    isOpen: true,
    send: (message: EventMessage) => heard.push(message),
    whenWritable: () => undefined,
    whenClosed: (listener: () => void) => {
      const before = close;
      close = () => [before(), listener()];
    },
  };
  return { heard, stream: stream as unknown as EventStream, leave: () => close() };
}

describe('JobFollowers', () => {
  it('reads a job once for all who follow it, at most four times a second, however often it changes', async () => {
    const { followers, reads, notify } = house();
    const clients = Array.from({ length: 50 }, client);
    for (const { stream } of clients) followers.follow(stream, job('1'), 0);
    for (let ms = 0; ms < 5_000; ms += 20) {
      notify('1');
      await jest.advanceTimersByTimeAsync(20);
    }
    expect(reads.length).toBeGreaterThan(15);
    expect(reads.length).toBeLessThanOrEqual(20);
    for (const { heard } of clients) {
      expect(heard.length).toBeGreaterThan(15);
      expect(heard.length).toBeLessThanOrEqual(21);
    }
  });

  it('reads all followed jobs together, every two seconds when nobody tells of a change', async () => {
    const { followers, reads } = house();
    const [one, two] = [client(), client()];
    followers.follow(one.stream, job('1'), 0);
    followers.follow(two.stream, job('2'), 0);
    await jest.advanceTimersByTimeAsync(300);
    reads.length = 0;
    await jest.advanceTimersByTimeAsync(6_000);
    expect(reads).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('reads nothing for jobs that nobody follows, or follows any more', async () => {
    const { followers, reads, notify } = house();
    const { stream, leave } = client();
    followers.follow(stream, job('1'), 0);
    await jest.advanceTimersByTimeAsync(300);
    notify('2');
    reads.length = 0;
    await jest.advanceTimersByTimeAsync(1_000);
    leave();
    notify('1');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(reads).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
