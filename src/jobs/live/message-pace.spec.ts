import fc from 'fast-check';
import { MessagePace } from './message-pace.js';

/** Sends whenever it may. @returns when messages went out that were ready at these times, each urgent or not */
function sendAll(ready: readonly { afterMs: number; isUrgent: boolean }[]): number[] {
  const pace = new MessagePace();
  let now = 0;
  return ready.map(({ afterMs, isUrgent }) => {
    now += afterMs;
    now += pace.waitMs(now, isUrgent);
    pace.noteSent(now);
    return now;
  });
}

describe('MessagePace', () => {
  it('lets at most four messages out in any second, whatever is ready when', () => {
    const message = fc.record({ afterMs: fc.nat(400), isUrgent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        const times = sendAll(messages);
        return times.every((time, n) => n < 4 || time - (times[n - 4] ?? 0) >= 1_000);
      }),
    );
  });

  it('spreads what is always ready evenly', () => {
    const ready = Array.from({ length: 6 }, () => ({ afterMs: 0, isUrgent: false }));
    expect(sendAll(ready)).toEqual([0, 250, 500, 750, 1_000, 1_250]);
  });

  it('lets the end out at once when the second has room for it', () => {
    const end = Array.from({ length: 3 }, () => ({ afterMs: 0, isUrgent: true }));
    expect(sendAll([{ afterMs: 0, isUrgent: false }, ...end])).toEqual([0, 0, 0, 0]);
  });
});
