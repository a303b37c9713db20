import type { ImageError } from '../image-error.js';

/** First pause after a failure; each further one is twice as long. */
const BASE_MS = 400;

/** Longest pause that we choose ourselves. */
const MAX_MS = 300_000;

/** A host that asks so often to come back later is given up: with growing pauses that is a day. */
const MAX_THROTTLES = 300;

/** Tries that an image has behind it, the one that just failed included where it is charged. */
export interface Tries {
  readonly attempts: number;
  readonly throttles: number;
}

/**
 * When to try an image again.
 *
 * @param random 0 to 1; spreads the retries of images that failed together
 * @returns the pause in milliseconds, or undefined when the failure is final
 */
export function retryDelayMs(
  error: ImageError,
  { attempts, throttles }: Tries,
  maxAttempts: number,
  random: () => number = Math.random,
): number | undefined {
  if (error.retry === 'never') return undefined;
  if (error.retry === 'charged' && attempts >= maxAttempts) return undefined;
  if (error.retry === 'throttled' && throttles >= MAX_THROTTLES) return undefined;
  const count = error.retry === 'throttled' ? throttles : attempts;
  const pause = Math.min(BASE_MS * 2 ** (count - 1), MAX_MS);
  // Images that were sent away together do not all come back at the same instant.
  const asked = (error.retryAfterMs ?? 0) * (1 + random() / 4);
  return Math.max(asked, pause * (0.5 + random() / 2));
}
