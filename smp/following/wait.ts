import { setTimeout as sleep } from 'node:timers/promises';
import { contentOf, type Schema } from '../../web/src/api/client.js';
import type { Option, Surroundings } from '../command.js';
import { connect } from '../connect.js';
import { EXIT } from '../exit.js';
import { printFailures } from './failures.js';
import { ProgressDisplay } from './progress-display.js';

export type Job = Schema<'JobDetailDto'>;

export const WAIT: Option = { about: 'wait until every image is settled, and list what failed' };

/** Short jobs end within the first; a poll costs the service one look at a counter. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 1_000;

/** A restart, or a move to another machine, is not worth losing sight of a long job. */
const PATIENCE_MS = 120_000;

/**
 * Follows a job on the screen to its end, then lists the images that failed.
 *
 * @returns the exit code: whether all of them were measured
 */
export async function waitForJob(jobId: string, surroundings: Surroundings): Promise<number> {
  const goOn = () => {
    surroundings.tell(`\nThe job goes on; "npm run smp -- status ${jobId} --wait" follows it again.`);
    process.exit(EXIT.interrupted);
  };
  process.once('SIGINT', goOn);
  const display = new ProgressDisplay(process.stderr);
  const api = connect(surroundings.settings, (line) => display.note(line), PATIENCE_MS);
  try {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(1.5 * pauseMs, LONGEST_PAUSE_MS)) {
      const job = await contentOf(api.GET('/api/jobs/{id}', { params: { path: { id: jobId } } }));
      display.show(job);
      if (job.status !== 'ongoing') return await end(job, surroundings);
      await sleep(pauseMs);
    }
  } finally {
    display.stop();
    process.off('SIGINT', goOn);
  }
}

async function end(job: Job, surroundings: Surroundings): Promise<number> {
  if (job.status === 'completed') return EXIT.good;
  await printFailures(job.job_id, surroundings);
  return EXIT.failedImages;
}
