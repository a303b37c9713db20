import { portionsOf } from './portions.js';

const removal = (jobId: string, nextIdx: number, endIdx: number) => ({ jobId, nextIdx, endIdx });
const portion = (jobId: string, fromIdx: number, toIdx: number) => ({ jobId, fromIdx, toIdx });

describe('portionsOf', () => {
  it('takes as many small jobs as fit', () => {
    expect(portionsOf([removal('1', 0, 4), removal('2', 0, 4), removal('3', 0, 4)], 8)).toEqual([
      portion('1', 0, 4),
      portion('2', 0, 4),
    ]);
  });

  it('takes a part of a large job, from where the last step ended', () => {
    expect(portionsOf([removal('1', 5_000, 100_000)], 5_000)).toEqual([portion('1', 5_000, 10_000)]);
  });

  it('fills the rest of a step with the beginning of the next job', () => {
    expect(portionsOf([removal('1', 7, 10), removal('2', 0, 100)], 5)).toEqual([
      portion('1', 7, 10),
      portion('2', 0, 2),
    ]);
  });

  it('ends a job that has no image left', () => {
    expect(portionsOf([removal('1', 4, 4)], 5)).toEqual([portion('1', 4, 4)]);
    expect(portionsOf([], 5)).toEqual([]);
  });
});
