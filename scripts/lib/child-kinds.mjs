/**
 * How each kind of child is asked to end, and how long it gets before SIGKILL.
 * The order is the one to stop them in: whoever uses a service ends before it.
 *
 * app: hands its images back; 35 s is the grace it may take, and some room.
 * postgres: SIGINT is its fast shutdown (roll back, checkpoint, end).
 * step: an installer or a compiler; nothing to save.
 */
export const CHILD_KINDS = {
  step: { title: 'unfinished setup', signal: 'SIGTERM', graceMs: 2_000 },
  app: { title: 'the application', signal: 'SIGTERM', graceMs: 40_000 },
  redis: { title: 'Redis', signal: 'SIGTERM', graceMs: 20_000 },
  postgres: { title: 'Postgres', signal: 'SIGINT', graceMs: 60_000 },
};
