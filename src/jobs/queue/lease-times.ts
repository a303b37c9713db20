/**
 * The clockwork of leases. A dead worker's images are handed out again after
 * at most LEASE_MS + SWEEP_MS, which has to stay under the promised 15 s.
 */

/** How long a claim is good for without renewal. Ranges of several deaths wait for one another, so much less than 15 s. */
export const LEASE_MS = 6_500;

/** Between two renewals: a worker may miss two of them before it loses its ranges. */
export const RENEW_MS = 2_000;

/** Between two looks for lost work, at the most. */
export const SWEEP_MS = 2_000;

/** A range that nobody has claimed for so long gets its message sent again; where one is still queued, nothing happens. */
export const RESEND_MS = 5_000;

/** A worker counts as alive for so long after its last sign of life. */
export const WORKER_ALIVE_MS = 10_000;
