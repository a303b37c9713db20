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

/** A worker that holds some leases in the database, and works on others. */
function beating(held: string[], claimed: string[], claiming: string[] = []) {
  const done = { givenBack: [] as string[], abandoned: [] as string[], revoke: () => undefined as void };
  const leases: Pick<LeasesService, 'renew' | 'handBack' | 'onRevoked'> = {
    renew: () => Promise.resolve(new Set(held)),
    handBack: (leaseId) => Promise.resolve(void done.givenBack.push(leaseId)),
    onRevoked: (listener) => void (done.revoke = listener),
  };
  const ranges: Pick<RangePipeline, 'isUnderWay' | 'claimed' | 'abandon'> = {
    isUnderWay: (leaseId) => claimed.includes(leaseId) || claiming.includes(leaseId),
    claimed: () => claimed,
    abandon: (leaseId) => void done.abandoned.push(leaseId),
  };
  return { done, heartbeat: new Heartbeat(leases as LeasesService, ranges as RangePipeline, worker) };
}

describe('Heartbeat', () => {
  it('gives back a lease that the worker holds and does not work on', async () => {
    const { heartbeat, done } = beating(['1', '2', '3'], ['1'], ['3']);
    await heartbeat.onApplicationBootstrap();
    await heartbeat.stop();
    expect(done).toMatchObject({ givenBack: ['2'], abandoned: [] });
  });

  it('breaks off what is done under a lease that was lost, but not what is being claimed', async () => {
    const { heartbeat, done } = beating(['1'], ['1', '2'], ['3']);
    await heartbeat.onApplicationBootstrap();
    await heartbeat.stop();
    expect(done).toMatchObject({ givenBack: [], abandoned: ['2'] });
  });

  it('looks at once when leases were taken away', async () => {
    const held = ['1'];
    const { heartbeat, done } = beating(held, ['1']);
    await heartbeat.onApplicationBootstrap();
    held.pop();
    done.revoke();
    await new Promise((resolve) => setTimeout(resolve, 100)); // a renewal of its own would come after seconds
    await heartbeat.stop();
    expect(done.abandoned).toEqual(['1']);
  });

  it('still beats while signals come closer together than it rests before a beat', async () => {
    const held = ['1'];
    const { heartbeat, done } = beating(held, ['1']);
    await heartbeat.onApplicationBootstrap();
    held.pop();
    const signals = setInterval(() => done.revoke(), 5);
    await new Promise((resolve) => setTimeout(resolve, 300)); // a renewal of its own would come after seconds
    clearInterval(signals);
    expect(done.abandoned).toContain('1');
    await heartbeat.stop();
  });
});
