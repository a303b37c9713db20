import { elapsedMs, sayTimeLeft } from './time-left.js';

const EVENT = { kind: 'reopened', actor: null, detail: null } as const;
const at = (second: number) => new Date(second * 1_000).toISOString();

describe('sayTimeLeft', () => {
  it('says the range where there is one', () => {
    expect(sayTimeLeft({ seconds: 16, earliest_seconds: 14, latest_seconds: 75 })).toEqual({
      about: '16 s',
      range: '14 s to 1 min 15 s',
    });
    expect(sayTimeLeft({ seconds: 0, earliest_seconds: 0, latest_seconds: 0 })).toEqual({
      about: 'less than 1 s',
    });
  });
});

describe('elapsedMs', () => {
  it('counts from the start to the end, or to now', () => {
    expect(elapsedMs({ started_at: at(10), settled_at: at(12) }, [], 99_000)).toBe(2_000);
    expect(elapsedMs({ started_at: at(10), settled_at: null }, [], 14_000)).toBe(4_000);
    expect(elapsedMs({ started_at: null, settled_at: null }, [], 14_000)).toBeUndefined();
  });

  it('begins anew with a retry, and is never negative', () => {
    expect(elapsedMs({ started_at: at(10), settled_at: null }, [{ ...EVENT, at: at(50) }], 53_000)).toBe(
      3_000,
    );
    expect(elapsedMs({ started_at: at(10), settled_at: null }, [], 9_000)).toBe(0);
  });
});
