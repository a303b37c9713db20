/** What an endpoint can be told. */
export const EVENTS = ['job.settled', 'job.failed'] as const;
export type WebhookEvent = (typeof EVENTS)[number];

/** A receiver that an admin has registered, without its secrets. */
export interface Endpoint {
  /** Decimal digits. */
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description: string;
  /** Name of the API key that registered it, or `open`. */
  readonly createdBy: string;
  readonly enabled: boolean;
  readonly disabledAt: Date | null;
  /** For people. */
  readonly disabledReason: string | null;
  /** Of the first attempt after the last success that failed; null while all is well. */
  readonly failingSince: Date | null;
  /** Until when the secret before the last rotation signs too. */
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an admin can say about an endpoint. */
export interface EndpointFields {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly description: string;
}

export interface EndpointChanges extends Partial<EndpointFields> {
  readonly enabled?: boolean;
}

/** An endpoint with its new secret, told this once. */
export interface IssuedEndpoint {
  readonly endpoint: Endpoint;
  readonly secret: string;
}
