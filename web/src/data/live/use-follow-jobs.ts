import { useEffect } from 'react';
import type { InfiniteData } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { queryClient } from '../query-client.js';
import { present, take } from './live-jobs.js';
import type { Job, LiveMessage } from './live-message.js';
import { followShared } from './shared-events.js';

type JobPages = InfiniteData<Schema<'JobPageDto'>>;

/**
 * Keeps everything that shows a job up to date while the page is open: rows of lists
 * (`['jobs', ..]`) and the job itself (`['job', id]`) in place. What is counted over many jobs takes
 * the service longer, and is asked for every few seconds by the pages that show it.
 */
export function useFollowJobs(): void {
  useEffect(() => {
    const end = new AbortController();
    followShared(
      (message) => {
        take(message);
        update(message);
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
