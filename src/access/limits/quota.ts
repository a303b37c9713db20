import { DomainError } from '../../common/domain-error.js';
import type { LimitsConfig } from '../../config/limits.config.js';

/** What is counted apart; also the name of the policy in the headers. */
export type Policy = keyof LimitsConfig;

/** Length of the time in which requests are counted; the first one begins it. */
export const WINDOW_S = 60;

/** What is left to somebody under a policy. */
export interface Quota {
  readonly policy: Policy;
  /** Requests per window. */
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until everything is given back. */
  readonly resetS: number;
  /** Whether the request that was counted is still within the limit. */
  readonly isKept: boolean;
}

const COUNTED: Readonly<Record<Policy, string>> = {
  read: 'requests',
  submit: 'submits and other changes',
  'wrong-keys': 'wrong API keys',
  'sign-ins': 'failed sign-ins',
};

export class RateLimitedError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly code = 'RATE_LIMITED';
  override readonly retryAfterSeconds: number;
  constructor({ policy, limit, resetS }: Quota) {
    super(
      `More than ${limit} ${COUNTED[policy]} in a minute are too many; try again in ${resetS} ${resetS === 1 ? 'second' : 'seconds'}.`,
    );
    this.retryAfterSeconds = resetS;
  }
}

/** The RateLimit fields of draft-ietf-httpapi-ratelimit-headers-10: the policy, and what is left under it. */
export function rateLimitHeaders({ policy, limit, remaining, resetS }: Quota): Record<string, string> {
  return {
    'RateLimit-Policy': `"${policy}";q=${limit};w=${WINDOW_S}`,
    RateLimit: `"${policy}";r=${remaining};t=${resetS}`,
  };
}
