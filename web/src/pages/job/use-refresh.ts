import { useEffect, useRef } from 'react';
import { queryClient } from '../../data/query-client.js';
import { isOngoing, type JobDetail } from './use-job.js';

/** Asks again for everything that is shown of a job's images, after its last image was settled or it began a new run. */
export function useRefreshAtTurns(job: JobDetail): void {
  const turn = `${job.run} ${isOngoing(job)}`;
  const seen = useRef(turn);
  useEffect(() => {
    if (seen.current === turn) return;
    seen.current = turn;
    refreshImages(job.job_id);
  }, [turn, job.job_id]);
}

export function refreshImages(jobId: string): void {
  for (const about of ['summary', 'images', 'image', 'deliveries']) {
    void queryClient.invalidateQueries({ queryKey: [about, jobId] });
  }
}
