import type { Schema } from '../../api/client.js';
import { duration } from '../../parts/text.js';

type Job = Schema<'JobDto'>;

/** `about 16 s, 14 to 21 s`; the range only where it says more. */
export function sayTimeLeft(eta: Schema<'EtaDto'>): { readonly about: string; readonly range?: string } {
  const [about, earliest, latest] = [eta.seconds, eta.earliest_seconds, eta.latest_seconds].map((seconds) =>
    duration(seconds * 1_000),
  ) as [string, string, string];
  const short = eta.seconds < 1 ? 'less than 1 s' : about;
  return earliest === latest ? { about: short } : { about: short, range: `${earliest} to ${latest}` };
}

/**
 * How long the run has been going on, or took.
 *
 * @param events of the job: a retry begins anew
 * @returns milliseconds; undefined before it has started
 */
export function elapsedMs(
  job: Pick<Job, 'started_at' | 'settled_at'>,
  events: readonly Schema<'JobEventDto'>[],
  now: number,
): number | undefined {
  const begun = events.findLast(({ kind }) => kind === 'reopened')?.at ?? job.started_at;
  if (begun === null) return undefined;
  const end = job.settled_at === null ? now : Date.parse(job.settled_at);
  // The clock of the browser may be behind the service's.
  return Math.max(0, end - Date.parse(begun));
}
