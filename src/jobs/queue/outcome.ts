/** Milliseconds an image spent in each stage; what it never reached is absent. */
export interface StageTimings {
  /** From the run's start to the start of the first download. */
  readonly queueMs?: number;
  /** All attempts, waits between them included. */
  readonly downloadMs?: number;
  readonly verifyMs?: number;
  readonly simulateMs?: number;
  /** From the finished measurement to the statement that stores it. */
  readonly recordMs?: number;
}

interface ImageOfLease {
  readonly leaseId: string;
  readonly jobId: string;
  readonly run: number;
  readonly idx: number;
}

/** The image was measured. Sides in pixels as a person sees them; size in bytes. */
export interface Measured extends ImageOfLease {
  readonly kind: 'measured';
  readonly width: number;
  readonly height: number;
  readonly perimeter: number;
  readonly bytes: number;
  readonly format: string;
  readonly attempts: number;
  readonly timings: StageTimings;
}

/** The image cannot be measured, for good. */
export interface Failed extends ImageOfLease {
  readonly kind: 'failed';
  readonly code: string;
  /** One sentence that names the store and the URL. */
  readonly error: string;
  readonly attempts: number;
  readonly timings: StageTimings;
}

/** The image waits longer than a worker keeps it, and will be handed out again. */
export interface Deferred extends ImageOfLease {
  readonly kind: 'deferred';
  /** Attempts charged so far. */
  readonly attempts: number;
  /** Times its host asked to come back later; charged to nobody. */
  readonly throttles: number;
  readonly waitMs: number;
}

/** What became of one image in the hands of a worker. */
export type Outcome = Measured | Failed | Deferred;
