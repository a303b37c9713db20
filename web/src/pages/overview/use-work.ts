import { useEffect, useMemo, useState } from 'react';
import { onLiveMessage, useLiveJobs } from '../../data/live/live-jobs.js';
import type { Job } from '../../data/live/live-message.js';
import { useNow } from '../../parts/moment.js';
import { useActiveJobs, useCounted } from './queries.js';
import { inOrder, workloadOf, type Workload } from './workload.js';

export interface Work extends Workload {
  readonly active: readonly Job[];
  /** Nothing is known yet. */
  readonly isLoading: boolean;
}

/** What is left to do and how fast it goes: live, or by asking every few seconds where there is no live stream. */
export function useWork(): Work {
  const live = useLiveJobs();
  const asked = useActiveJobs(!live.isLive);
  const counted = useCounted();
  const heard = useHeard();
  const now = useNow(1_000);
  const [openedMs] = useState(() => Date.now());
  const askedMs = asked.dataUpdatedAt;
  const isKnown = live.isLive || asked.data !== undefined;
  const active = useMemo(
    () => inOrder(live.isLive ? live.active.values() : (asked.data?.jobs ?? [])),
    [live, asked.data],
  );
  const isAll = live.isLive ? !live.hasMore : asked.data?.next_cursor === null;
  const heardJobs = active.map((job) => ({
    job,
    heardMs: live.isLive ? (heard.get(job.job_id) ?? openedMs) : askedMs,
  }));
  return {
    ...workloadOf(heardJobs, isAll, counted.data, now),
    active,
    isLoading: !isKnown,
  };
}

/** When each active job was last told of. */
function useHeard(): ReadonlyMap<string, number> {
  const [times, setTimes] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(
    () =>
      onLiveMessage((message) => {
        if (message.kind === 'lost') return;
        const heardMs = Date.now();
        setTimes((before) => {
          const next = new Map(message.kind === 'snapshot' ? [] : before);
          for (const { job_id } of message.jobs) {
            if (message.kind === 'settled') next.delete(job_id);
            else next.set(job_id, heardMs);
          }
          return next;
        });
      }),
    [],
  );
  return times;
}
