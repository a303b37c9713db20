import { useEffect } from 'react';
import type { InfiniteData, Query } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { queryClient } from '../query-client.js';
import { present, take } from './live-jobs.js';
import type { Job, LiveMessage } from './live-message.js';
import { followShared } from './shared-events.js';

type JobPages = InfiniteData<Schema<'JobPageDto'>>;

/** Settled jobs change lists and figures; those are asked for again at most this often. */
const REFRESH_MS = 1_500;

/**
 * Keeps everything that shows a job up to date while the page is open: rows of lists
 * (`['jobs', ..]`) and the job itself (`['job', id]`) in place, what is counted over jobs by asking again.
 * Lists whose meta has `keepsItself` are not asked for again: those may be long, and look for new rows themselves.
 */
export function useFollowJobs(): void {
  useEffect(() => {
    const end = new AbortController();
    const refresh = lazily(() => {
      const predicate = ({ meta }: Pick<Query, 'meta'>) => meta?.['keepsItself'] !== true;
      for (const queryKey of [['jobs'], ['stats']]) {
        void queryClient.invalidateQueries({ queryKey, predicate });
      }
    });
    followShared(
      (message) => {
        take(message);
        update(message);
        if (message.kind === 'settled' || message.kind === 'snapshot') refresh();
        // Whatever can be asked shows whether the service can be reached at all.
        if (message.kind === 'lost') void queryClient.invalidateQueries({ queryKey: ['session'] });
      },
      present,
      end.signal,
    );
    return () => end.abort();
  }, []);
}

function update(message: LiveMessage): void {
  if (message.kind === 'lost') return;
  const jobs = new Map(message.jobs.map((job) => [job.job_id, job]));
  queryClient.setQueriesData<JobPages>({ queryKey: ['jobs'] }, (data) => data && withJobs(data, jobs));
  for (const job of message.jobs) {
    queryClient.setQueryData<Schema<'JobDetailDto'>>(['job', job.job_id], (old) => old && { ...old, ...job });
    if (message.kind === 'settled') void queryClient.invalidateQueries({ queryKey: ['job', job.job_id] });
  }
}

function withJobs(data: JobPages, changed: ReadonlyMap<string, Job>): JobPages {
  const pages = data.pages.map((page) =>
    page.jobs.some(({ job_id }) => changed.has(job_id))
      ? { ...page, jobs: page.jobs.map((job) => changed.get(job.job_id) ?? job) }
      : page,
  );
  return { ...data, pages };
}

/** The first call works at once; those that follow soon are one. */
function lazily(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const run = () => {
    isDue = false;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) run();
    }, REFRESH_MS);
  };
  return () => {
    if (timer === undefined) run();
    else isDue = true;
  };
}
