/** What is sent: an event, or a test. */
export interface Payload {
  readonly type: string;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A delivery whose time has come, held by this process for as long as one attempt may take. */
export interface DueDelivery {
  readonly id: string;
  /** Sent as `webhook-id`, the same at every attempt. */
  readonly messageId: string;
  readonly jobId: string | null;
  readonly url: string;
  readonly host: string;
  readonly payload: Payload;
  /** Attempts that failed since it was due first, or was sent again by hand. */
  readonly tries: number;
  /** Null where a job named the URL itself. */
  readonly endpointId: string | null;
  /** False when its endpoint was disabled or deleted meanwhile. */
  readonly isWanted: boolean;
  /** Of the endpoint, the newest first; empty for a callback_url, which the instance's secret signs. */
  readonly secrets: readonly string[];
}

/** How an attempt ended. */
export interface Outcome {
  readonly startedAt: Date;
  readonly ms: number;
  readonly delivered: boolean;
  /** Null when there was no answer. */
  readonly status: number | null;
  /** A sentence; null when it was delivered. */
  readonly error: string | null;
  /** The beginning of the answer's body. */
  readonly answer: string | null;
  /** Until the next attempt; null when this was the last. */
  readonly pauseMs: number | null;
  /** The receiver does not want any more, ever. */
  readonly isGone: boolean;
}

/** What an attempt did to the delivery and its endpoint. */
export interface Recorded {
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Why its endpoint was disabled just now; null when it was not. */
  readonly disabledReason: string | null;
}
