import type { RuleSet } from '../../rules/judging/rule-set.js';

/** One image to measure. */
export interface ImageTask {
  readonly idx: number;
  readonly url: string;
  readonly storeId: string;
  /** Of the store, as it is now. */
  readonly category: string;
  /** How many images its visit has. */
  readonly visitImages: number;
}

/** A worker's claim of a range: the images that have no result yet. */
export interface ClaimedRange {
  readonly leaseId: string;
  readonly jobId: string;
  readonly run: number;
  /** The range was in the hands of a worker that died; run at most one such at a time. */
  readonly suspect: boolean;
  /** Attempts and throttles charged before; only a deferred image, alone in its range, has any. */
  readonly attempts: number;
  readonly throttles: number;
  /** Time since the run began, by the database's clock. */
  readonly queuedMs: number;
  /** The version of the rules that was in force at the claim, and what it says. */
  readonly rulesVersion: number;
  readonly rules: RuleSet;
  readonly images: readonly ImageTask[];
}

/** The same as the database tells it. */
export type LeasedImages = Omit<ClaimedRange, 'rules'>;

/** Who a worker process is, for people and for the size of the window. */
export interface WorkerIdentity {
  /** A UUID, new at every start of the process. */
  readonly id: string;
  readonly hostname: string;
  readonly pid: number;
  readonly role: string;
  readonly imagesInFlight: number;
}
