const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second, .. attempt that failed; a receiver may be away for a day. */
const PAUSES_MS = [
  ...[5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[1 * HOUR, 2 * HOUR, 4 * HOUR, 4 * HOUR, 6 * HOUR, 6 * HOUR],
];

/** What a receiver may ask for by `Retry-After` at the most, where our own pause is shorter. */
export const MAX_RETRY_AFTER_MS = HOUR;

/** Attempts before a delivery has failed. */
export const MAX_TRIES = PAUSES_MS.length + 1;

/**
 * How long to wait after a failed attempt.
 *
 * @param tries attempts that failed, from 1
 * @param baseMs the first pause; the others are as many times as long as in the table
 * @param askedMs what the receiver asked for
 * @param random 0 to 1; deliveries that failed together do not all come back together
 * @returns milliseconds, or undefined when that was the last attempt
 */
export function pauseAfter(
  tries: number,
  baseMs: number,
  askedMs = 0,
  random: () => number = Math.random,
): number | undefined {
  const pause = PAUSES_MS[tries - 1];
  if (pause === undefined) return undefined;
  const own = (pause / (5 * SECOND)) * baseMs * (0.9 + random() / 5);
  return Math.max(own, Math.min(askedMs, MAX_RETRY_AFTER_MS));
}
