import { useSyncExternalStore } from 'react';
import type { Job, LiveMessage } from './live-message.js';

export interface LiveJobs {
  /** Active jobs by id, as far as they were told. */
  readonly active: ReadonlyMap<string, Job>;
  /** There were more when the stream began than it told of: who is not among them may be active all the same. */
  readonly hasMore: boolean;
  /** Whether changes are being told right now. */
  readonly isLive: boolean;
}

let state: LiveJobs = { active: new Map(), hasMore: false, isLive: false };
const listeners = new Set<() => void>();
const hearers = new Set<(message: LiveMessage) => void>();

/** Takes in what was told. */
export function take(message: LiveMessage): void {
  state = next(state, message);
  for (const listener of [...listeners]) listener();
  for (const hearer of [...hearers]) hearer(message);
}

/** The active jobs, as they change. */
export function useLiveJobs(): LiveJobs {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** What is known right now, as if it had just been told. */
export function present(): LiveMessage {
  if (!state.isLive) return { kind: 'lost' };
  return { kind: 'snapshot', jobs: [...state.active.values()], more: state.hasMore };
}

/** Calls back with every message, for what cannot be told from the state. @returns stops that */
export function onLiveMessage(hearer: (message: LiveMessage) => void): () => void {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

export function next({ active, hasMore }: LiveJobs, message: LiveMessage): LiveJobs {
  if (message.kind === 'lost') return { active, hasMore, isLive: false };
  const jobs = new Map(message.kind === 'snapshot' ? [] : active);
  for (const job of message.jobs) {
    if (message.kind === 'settled') jobs.delete(job.job_id);
    else jobs.set(job.job_id, job);
  }
  return { active: jobs, hasMore: message.kind === 'snapshot' ? message.more : hasMore, isLive: true };
}
