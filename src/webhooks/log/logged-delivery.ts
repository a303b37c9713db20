import type { Payload } from '../delivery/delivery.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What somebody was to be told, and how that went. */
export interface LoggedDelivery {
  /** Decimal digits. */
  readonly id: string;
  readonly messageId: string;
  /** Null where a job named the URL itself. */
  readonly endpointId: string | null;
  /** Null for a test. */
  readonly jobId: string | null;
  readonly type: string;
  readonly url: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

export interface LoggedAttempt {
  /** 1, 2, .. */
  readonly attempt: number;
  readonly at: Date;
  readonly status: number | null;
  readonly ms: number;
  readonly error: string | null;
  /** The beginning of the answer. */
  readonly answer: string | null;
}

/** A delivery with what was sent, and every attempt. */
export interface DeliveryDetail {
  readonly delivery: LoggedDelivery & { readonly payload: Payload };
  readonly attempts: readonly LoggedAttempt[];
}

export interface DeliveryFilter {
  readonly jobId?: string;
  readonly endpointId?: string;
  readonly state?: DeliveryState;
}
