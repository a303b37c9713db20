import Bull from 'bull';
import { RANGE_QUEUE } from '../../../src/jobs/queue/range-queue.js';
import type { Drill, Held } from './drill.js';

type Lease = Held['ranges'][number] & { readonly claimed: boolean };

/**
 * Keeps the workers off the queue until everything that is handed out lies on it, claimed by
 * nobody: workers take what they see within milliseconds, so else there is often nothing to lose.
 * Redis forgets the pause of the queue together with the messages.
 *
 * @returns the ranges whose messages are lost if Redis is lost now
 */
export async function untilAllLiesUnclaimed(drill: Drill): Promise<Held> {
  const queue = new Bull(RANGE_QUEUE, drill.redis.url);
  try {
    await queue.pause();
    return await drill.until(async () => {
      const ranges = await drill.database.dataSource.query<Lease[]>(
        `SELECT job_id AS "jobId", from_idx AS "from", to_idx AS "to", worker_id IS NOT NULL AS claimed FROM leases`,
      );
      const messages = await queue.getPausedCount();
      const allLies = ranges.every(({ claimed }) => !claimed) && messages === ranges.length;
      return allLies && messages > 0 && { at: new Date(), ranges };
    });
  } finally {
    await queue.close();
  }
}
