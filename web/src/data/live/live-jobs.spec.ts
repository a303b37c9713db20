import { next, type LiveJobs } from './live-jobs.js';
import type { Job } from './live-message.js';

const job = (job_id: string) => ({ job_id }) as Job;
const NONE: LiveJobs = { active: new Map(), hasMore: false, isLive: false };
const ids = ({ active }: LiveJobs) => [...active.keys()];

describe('next', () => {
  it('begins with the active jobs, adds those that are new, and lets go of those that have ended', () => {
    const begun = next(NONE, { kind: 'snapshot', jobs: [job('2'), job('1')], more: false });
    const grown = next(begun, { kind: 'progress', jobs: [job('3')] });
    const shrunk = next(grown, { kind: 'settled', jobs: [job('1')] });
    expect([begun, grown, shrunk].map(ids)).toEqual([
      ['2', '1'],
      ['2', '1', '3'],
      ['2', '3'],
    ]);
    expect(shrunk.isLive).toBe(true);
  });

  it('forgets with a new beginning what ended while nobody listened', () => {
    const before = next(NONE, { kind: 'snapshot', jobs: [job('1')], more: false });
    const lost = next(before, { kind: 'lost' });
    expect([ids(lost), lost.isLive]).toEqual([['1'], false]);
    expect(ids(next(lost, { kind: 'snapshot', jobs: [job('2')], more: false }))).toEqual(['2']);
  });

  it('remembers until the next beginning that not every active job was told', () => {
    const begun = next(NONE, { kind: 'snapshot', jobs: [job('2'), job('1')], more: true });
    const shrunk = next(begun, { kind: 'settled', jobs: [job('2'), job('1')] });
    expect([shrunk.active.size, shrunk.hasMore]).toEqual([0, true]);
    expect(next(shrunk, { kind: 'snapshot', jobs: [], more: false }).hasMore).toBe(false);
  });
});
