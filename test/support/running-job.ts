import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const POLL_MS = 50;

interface JobStatus {
  readonly status: 'ongoing' | 'completed' | 'failed';
  readonly progress: { readonly total: number; readonly processed: number; readonly pending: number };
}

/** Submits one visit with this many pictures, all of them the service's own. */
export async function submitSamples(url: string, count: number): Promise<string> {
  const publicUrl = url.replace('127.0.0.1', 'localhost');
  const names = ['shelf-1.jpg', 'shelf-2.png', 'shelf-3.webp', 'shelf-4.gif'];
  const images = Array.from({ length: count }, (_, i) => `${publicUrl}/samples/${names[i % names.length]}`);
  const visit = { store_id: 'RP00001', image_url: images, visit_time: '2026-01-05T10:00:00Z' };
  const response = await fetch(`${url}/api/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ count: 1, visits: [visit] }),
  });
  const { job_id } = (await response.json()) as { job_id: string };
  return job_id;
}

/** The first status that satisfies the condition; a service or database that is down for a moment is asked again. */
export async function statusWhen(
  url: string,
  jobId: string,
  holds: (status: JobStatus) => boolean,
): Promise<JobStatus> {
  for (;;) {
    const status = await fetch(`${url}/api/status?jobid=${jobId}`).then(
      (response) => (response.ok ? (response.json() as Promise<JobStatus>) : undefined),
      () => undefined,
    );
    if (status && holds(status)) return status;
    await sleep(POLL_MS);
  }
}

export const inTheMiddle = ({ progress }: JobStatus): boolean => progress.processed > 0;
export const settled = ({ status }: JobStatus): boolean => status !== 'ongoing';

/** What the tables themselves say about a job: `results` rows for `images` different images. */
export async function storedResults(
  databaseUrl: string,
  jobId: string,
): Promise<{ results: number; images: number; processed: number }> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ results: number; images: number; processed: number }>(
      `SELECT count(*)::int AS results, count(DISTINCT idx)::int AS images,
        (SELECT processed FROM jobs WHERE id = $1) AS processed
       FROM image_results WHERE job_id = $1`,
      [jobId],
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}
