import fc from 'fast-check';
import { speedOf, type PaceSample } from './pace.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

/** 20 images a second lately, 10 a second since the work began 100 s ago. */
const SAMPLE: PaceSample = {
  pace: 20,
  paceAt: ago(0),
  paceSettled: 1_500,
  paceSince: ago(100),
  paceBase: 500,
};

describe('speedOf', () => {
  it('tells the pace, and when the job will be done at that pace', () => {
    expect(speedOf(SAMPLE, 400, NOW)).toMatchObject({ imagesPerSecond: 20, eta: { seconds: 20 } });
  });

  it('gives a range from the faster to the slower of the pace and the average, and a tenth more', () => {
    expect(speedOf(SAMPLE, 400, NOW)?.eta).toEqual({ seconds: 20, earliest: 18, latest: 44 });
  });

  it('goes by the pace alone while the work has just begun', () => {
    const begun = { ...SAMPLE, paceSince: ago(0), paceBase: 1_500 };
    expect(speedOf(begun, 400, NOW)?.eta).toEqual({ seconds: 20, earliest: 18, latest: 22 });
  });

  it.each([
    ['nothing is pending', SAMPLE, 0],
    ['nothing is measured yet', { ...SAMPLE, pace: null }, 400],
    ['nothing has moved for 16 s', { ...SAMPLE, paceAt: ago(16) }, 400],
  ])('says nothing when %s', (_, sample, pending) => {
    expect(speedOf(sample, pending, NOW)).toBeUndefined();
  });

  it('still tells the pace of 14 s ago', () => {
    expect(speedOf({ ...SAMPLE, paceAt: ago(14) }, 400, NOW)).toBeDefined();
  });

  it('has the likely time within the range, whatever was measured', () => {
    const measured = fc.record({
      pace: fc.double({ min: 0.001, max: 10_000, noNaN: true }),
      settled: fc.integer({ min: 1, max: 1_000_000 }),
      seconds: fc.integer({ min: 1, max: 100_000 }),
      pending: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(measured, ({ pace, settled, seconds, pending }) => {
        const sample = { pace, paceAt: NOW, paceSettled: settled, paceSince: ago(seconds), paceBase: 0 };
        const eta = speedOf(sample, pending, NOW)?.eta;
        return eta !== undefined && eta.earliest <= eta.seconds && eta.seconds <= eta.latest;
      }),
    );
  });
});
