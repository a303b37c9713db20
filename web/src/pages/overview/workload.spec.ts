import type { Schema } from '../../api/client.js';
import { inOrder, workloadOf, type HeardJob } from './workload.js';

type Job = Schema<'JobDto'>;

const NOW = 1_000_000;

function job(job_id: string, state: Job['state'], pending: number, images_per_second: number | null = null) {
  return { job_id, state, progress: { pending, images_per_second } } as Job;
}

const heard = (one: Job, agoMs = 0): HeardJob => ({ job: one, heardMs: NOW - agoMs });

describe('workloadOf', () => {
  it('sums up what is left, and says when it will be done', () => {
    const active = [heard(job('1', 'running', 300, 20)), heard(job('2', 'queued', 100))];
    expect(workloadOf(active, true, undefined, NOW)).toEqual({
      jobs: 2,
      byState: { running: 1, queued: 1, paused: 0 },
      images: 400,
      pausedImages: 0,
      perSecond: 20,
      secondsLeft: 20,
    });
  });

  it('does not wait for paused jobs', () => {
    const active = [heard(job('1', 'running', 100, 10)), heard(job('2', 'paused', 900))];
    expect(workloadOf(active, true, undefined, NOW)).toMatchObject({
      images: 1_000,
      pausedImages: 900,
      secondsLeft: 10,
    });
  });

  it('forgets a speed that was told long ago', () => {
    const active = [heard(job('1', 'running', 100, 10), 16_000)];
    expect(workloadOf(active, true, undefined, NOW)).toMatchObject({ perSecond: 0, secondsLeft: null });
  });

  it('takes the counts of the service where jobs are too many to be told', () => {
    const many = Array.from({ length: 150 }, (_, n) => heard(job(`${n}`, 'queued', 1)));
    const counted = { jobs: 1_000, images: 6_000, lastMinute: 600 };
    expect(workloadOf(many, false, counted, NOW)).toMatchObject({
      jobs: 1_000,
      images: 6_000,
      perSecond: 10,
      secondsLeft: 600,
    });
    expect(workloadOf(many, true, counted, NOW)).toMatchObject({ jobs: 150, images: 150 });
  });
});

describe('inOrder', () => {
  it('shows running jobs before waiting and paused ones, newest first', () => {
    const jobs = [
      job('9', 'paused', 1),
      job('2', 'running', 1),
      job('10', 'running', 1),
      job('3', 'queued', 1),
    ];
    expect(inOrder(jobs).map(({ job_id }) => job_id)).toEqual(['10', '2', '3', '9']);
  });
});
