import { jest } from '@jest/globals';
import type { SignalBus } from '../../redis/signal-bus.js';
import type { DispatchSignal } from '../dispatch/dispatch-signal.js';
import { JobSignal } from './job-signal.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function signal() {
  const sent: string[] = [];
  const bus = { send: (_: string, message: string) => sent.push(message) };
  const dispatch = { wake: () => undefined };
  return { sent, jobs: new JobSignal(bus as unknown as SignalBus, dispatch as unknown as DispatchSignal) };
}

describe('JobSignal', () => {
  it('tells of a change at once when it was quiet', () => {
    const { sent, jobs } = signal();
    jobs.changed(['1', '2']);
    expect(sent).toEqual(['1,2']);
  });

  it('says nothing about nothing', () => {
    const { sent, jobs } = signal();
    jobs.changed([]);
    expect(sent).toEqual([]);
  });

  it('sends at most ten messages a second, and forgets no job', async () => {
    const { sent, jobs } = signal();
    for (let ms = 0; ms < 2_000; ms += 5) {
      jobs.changed([String(ms), 'always']);
      await jest.advanceTimersByTimeAsync(5);
    }
    await jest.advanceTimersByTimeAsync(100);
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(new Set(sent.flatMap((message) => message.split(','))).size).toBe(401);
  });
});
