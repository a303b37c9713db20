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

/** A rule that an image does not meet, and that lets it pass. */
export interface Warning {
  readonly code: string;
  /** One sentence. */
  readonly message: string;
}

/** What an opened image is like. Sides in pixels as a person sees them; size in bytes. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly format: string;
  /** Null, like the brightness, when only its header was read. */
  readonly sharpness?: number | null;
  readonly brightness?: number | null;
}

/** What the rules say of an image. */
export interface Judged {
  /** The version that judged it. */
  readonly rulesVersion?: number;
  readonly warnings?: readonly Warning[];
}

/** The image was measured. */
export interface Measured extends ImageOfLease, Seen, Judged {
  readonly kind: 'measured';
  readonly perimeter: number;
  readonly attempts: number;
  readonly timings: StageTimings;
}

/** The image cannot be measured, or is rejected by a rule, for good. */
export interface Failed extends ImageOfLease, Judged {
  readonly kind: 'failed';
  /** What it is like, when it could be opened all the same. */
  readonly seen?: Seen;
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
