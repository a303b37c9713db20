/**
 * The contract between whoever hands work out and whoever does it. A message is
 * only a doorbell: the lease in Postgres is the claim, and a message that gets
 * lost, doubled or late does no harm.
 */
export const RANGE_QUEUE = 'image-ranges';

/** Name of the only kind of message on the queue. */
export const MEASURE_RANGE = 'measure-range';

/** Images `from` (inclusive) to `to` (exclusive) of a job, under one lease. Ids are decimal digits. */
export interface RangeMessage {
  readonly leaseId: string;
  readonly jobId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Images that a worker is given, as a multiple of what it has under way at once: enough that it never
 * waits for the dispatcher. It takes all of them, for in the worker jobs take turns, and in the queue they cannot.
 */
export const IMAGES_AHEAD = 2;
