import { FairRounds, type DueRun } from './fair-rounds.js';

const RANGE = 10;

function due(jobId: string, remaining: number, priority = 0, host?: string): DueRun {
  return { jobId, run: 0, remaining, priority, host };
}

/** Hands out until everything is gone, in windows of the given size. @returns images per job after each window */
function handOut(runs: DueRun[], room: number): Record<string, number>[] {
  const rounds = new FairRounds();
  const given: Record<string, number> = {};
  const history: Record<string, number>[] = [];
  for (let left = runs; left.length > 0;) {
    for (const { jobId, images } of rounds.plan(left, room, RANGE))
      given[jobId] = (given[jobId] ?? 0) + images;
    left = runs
      .map((run) => ({ ...run, remaining: run.remaining - (given[run.jobId] ?? 0) }))
      .filter(({ remaining }) => remaining > 0);
    history.push({ ...given });
  }
  return history;
}

describe('FairRounds', () => {
  it('gives a job of one its turn in the first window, however large the job before it', () => {
    const [first] = handOut([due('1', 100_000), due('2', 1)], 40);
    expect(first?.['2']).toBe(1);
  });

  it('shares by 1.5 to the power of the priority', () => {
    const history = handOut([due('1', 50_000), due('2', 50_000, 3)], 40);
    const half = history.find((given) => (given['1'] ?? 0) + (given['2'] ?? 0) >= 50_000);
    expect((half?.['2'] ?? 0) / (half?.['1'] ?? 1)).toBeCloseTo(1.5 ** 3, 1);
  });

  it('goes on with a round that is longer than the window', () => {
    const history = handOut([due('1', 20_000, -5), due('2', 20_000, 5)], 20);
    const half = history.find((given) => (given['2'] ?? 0) >= 10_000);
    expect((half?.['2'] ?? 0) / (half?.['1'] ?? 1)).toBeGreaterThan(40);
    expect(half?.['1']).toBeGreaterThan(0);
  });

  it('hands out everything exactly once', () => {
    const runs = [due('1', 101), due('2', 7, 2), due('3', 64, -3)];
    expect(handOut(runs, 25).at(-1)).toEqual({ 1: 101, 2: 7, 3: 64 });
  });

  it('never hands out more than there is room for', () => {
    const portions = new FairRounds().plan([due('1', 1_000), due('2', 3)], 25, RANGE);
    expect(portions.reduce((sum, { images }) => sum + images, 0)).toBeLessThanOrEqual(25);
  });

  it('lets jobs on a host without much room take turns', () => {
    const rounds = new FairRounds();
    const runs = [due('1', 100_000, 0, 'slow'), due('2', 1_000, 0, 'slow'), due('3', 100_000, 0, 'fast')];
    const given: Record<string, number> = {};
    for (let call = 0; call < 40; call += 1) {
      for (const { jobId, images } of rounds.plan(
        runs,
        100,
        RANGE,
        new Map([
          ['slow', 10],
          ['fast', 100],
        ]),
      )) {
        given[jobId] = (given[jobId] ?? 0) + images;
      }
    }
    expect(given['1']).toBe(200);
    expect(given['2']).toBe(200);
  });

  it('leaves a host out that has no room, and serves the others', () => {
    const runs = [due('1', 100, 0, 'slow'), due('2', 100, 0, 'fast')];
    const portions = new FairRounds().plan(
      runs,
      60,
      RANGE,
      new Map([
        ['slow', 10],
        ['fast', 100],
      ]),
    );
    expect(portions).toEqual([
      { jobId: '1', run: 0, images: 10 },
      { jobId: '2', run: 0, images: 50 },
    ]);
  });
});
