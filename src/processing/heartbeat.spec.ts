import type { LeasesService } from '../jobs/dispatch/leases.service.js';
import { Heartbeat } from './heartbeat.js';
import type { RangePipeline } from './range.pipeline.js';
import type { ThisWorker } from './this-worker.js';

const worker: ThisWorker = {
  id: '00000000-0000-4000-8000-000000000001',
  hostname: 'here',
  pid: 1,
  role: 'worker',
  imagesInFlight: 1,
};

describe('Heartbeat', () => {
  it('gives back a lease that the worker holds and does not work on', async () => {
    const givenBack: string[] = [];
    const leases: Pick<LeasesService, 'renew' | 'handBack'> = {
      renew: () => Promise.resolve(new Set(['1', '2'])),
      handBack: (leaseId) => Promise.resolve(void givenBack.push(leaseId)),
    };
    const ranges: Pick<RangePipeline, 'isUnderWay'> = { isUnderWay: (leaseId) => leaseId === '1' };
    const heartbeat = new Heartbeat(leases as LeasesService, ranges as RangePipeline, worker);
    await heartbeat.onApplicationBootstrap();
    await heartbeat.stop();
    expect(givenBack).toEqual(['2']);
  });
});
