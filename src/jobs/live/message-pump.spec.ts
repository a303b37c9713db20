import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { EventMessage, EventStream } from './event-stream.js';
import { MessagePump } from './message-pump.js';

beforeEach(() => {
  Logger.overrideLogger(false);
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

/** A stream, and a source that cannot read the database at first and then has one message. */
function start() {
  const heard: EventMessage[] = [];
  const state = { isAway: true, isTold: false, asked: 0, close: (): void => undefined };
  const stream = {
    isOpen: true,
    isWritable: true,
    send: (message: EventMessage) => heard.push(message),
    whenWritable: () => undefined,
    whenClosed: (listener: () => void) => (state.close = listener),
  };
  const next = (): Promise<EventMessage | undefined> => {
    state.asked += 1;
    if (state.isAway) return Promise.reject(new Error('away'));
    const message = state.isTold ? undefined : { event: 'snapshot', data: '{}' };
    state.isTold = true;
    return Promise.resolve(message);
  };
  const pump = new MessagePump(stream as unknown as EventStream, { isEnding: false, next });
  pump.wake();
  return { heard, state, stream };
}

describe('MessagePump', () => {
  it('tries again once a second, by itself, until a message can be put together', async () => {
    const { heard, state } = start();
    await jest.advanceTimersByTimeAsync(3_500);
    expect([heard.length, state.asked]).toEqual([0, 4]);
    state.isAway = false;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(heard.map(({ event }) => event)).toEqual(['snapshot']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tries nothing more once the client is gone', async () => {
    const { state, stream } = start();
    await jest.advanceTimersByTimeAsync(500);
    stream.isOpen = stream.isWritable = false;
    state.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
