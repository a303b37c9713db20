import type { JobEntity } from '../job.entity.js';
import { isOlder, viewOf } from './job-view.js';

/** A job of which nothing is settled, so there is no pace yet. */
const QUEUED = {
  id: '1',
  run: 0,
  total: 10,
  processed: 0,
  failed: 0,
  cancelled: 0,
  lastFailureNo: 0,
  pace: null,
  paceAt: null,
  createdAt: new Date(0),
  startedAt: null,
} as unknown as JobEntity;

const view = (change: Partial<JobEntity>) => viewOf({ ...QUEUED, ...change });
const stateIn = (json: string) => (JSON.parse(json) as { state: string }).state;

describe('A look at a job', () => {
  it.each([
    ['queued', false, {}],
    ['paused', false, { pausedAt: new Date(1) }],
    ['running', false, { startedAt: new Date(1) }],
    ['cancelled', true, { cancelled: 10, cancelledAt: new Date(1), settledAt: new Date(1) }],
  ])('puts %s into words on its own stream and on that of all jobs', (state, isSettled, change) => {
    const { progress, summary, ...rest } = view(change);
    expect([stateIn(progress), stateIn(summary), rest.isSettled]).toEqual([state, state, isSettled]);
  });

  it('is not taken for an older one because nothing but its state changed', () => {
    expect(isOlder(view({ pausedAt: new Date(1) }), view({}))).toBe(false);
    expect(isOlder(view({}), view({ pausedAt: new Date(1) }))).toBe(false);
    expect(isOlder(view({}), view({ processed: 1 }))).toBe(true);
    expect(isOlder(view({ run: 1 }), view({ processed: 10 }))).toBe(false);
  });
});
