import { once } from 'node:events';
import type { LeasesService } from '../jobs/dispatch/leases.service.js';
import type { Outcome } from '../jobs/queue/outcome.js';
import { Capacity } from './capacity.js';
import type { ImagePipeline } from './image.pipeline.js';
import { RangePipeline } from './range.pipeline.js';
import type { ResultRecorder } from './record/result-recorder.js';
import type { ThisWorker } from './this-worker.js';

const message = { leaseId: '7', jobId: '1', from: 0, to: 2 };
const rules = { default: { priority: 0, criteria: {} }, categories: {} };
const of = { leaseId: '7', jobId: '1', run: 0 };
const range = { ...of, suspect: false, attempts: 0, throttles: 0, queuedMs: 0, rulesVersion: 1, rules };
const outcome = { kind: 'measured', leaseId: '7', jobId: '1', run: 0, idx: 0 } as Outcome;

/** A worker with room for two images, whose first image is done at once and whose second never is. */
function working() {
  const recorded: Outcome[] = [];
  const capacity = new Capacity({ imagesInFlight: 1 });
  const images = [0, 1].map((idx) => ({ idx, url: '', storeId: '', category: 'unknown', visitImages: 2 }));
  const leases: Pick<LeasesService, 'claim'> = { claim: () => Promise.resolve({ ...range, images }) };
  const pipeline: Pick<ImagePipeline, 'run'> = {
    run: async (_, { idx }, signal) => {
      if (idx === 0) return outcome;
      await once(signal, 'abort');
      return undefined;
    },
  };
  const recorder: Pick<ResultRecorder, 'add'> = {
    add: (result) => Promise.resolve(void recorded.push(result)),
  };
  const ranges = new RangePipeline(
    leases as LeasesService,
    pipeline as ImagePipeline,
    recorder as ResultRecorder,
    {} as ThisWorker,
    capacity,
  );
  return { ranges, recorded, capacity };
}

describe('RangePipeline', () => {
  it('ends at once when its lease is lost: nothing more is handed in, and there is room again', async () => {
    const { ranges, recorded, capacity } = working();
    capacity.take(1);
    const done = ranges.run(message);
    expect(ranges.claimed()).toEqual([]); // only asked for, so it cannot be lost
    await new Promise(setImmediate);
    expect(ranges.claimed()).toEqual(['7']);
    ranges.abandon('7');
    await done;
    expect(recorded).toEqual([outcome]);
    expect(ranges.isUnderWay('7')).toBe(false);
    await expect(capacity.room()).resolves.toBeUndefined();
  });

  it('does not mind a lease that it does not hold', () => {
    expect(() => working().ranges.abandon('8')).not.toThrow();
  });
});
