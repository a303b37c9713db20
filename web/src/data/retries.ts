import { ApiError } from '../api/api-error.js';

/** The service could not be asked, or could not answer right now; it may work in a moment. */
export class UnreachableError extends Error {}

/** A restart takes seconds; after that somebody looks every ten seconds. */
const LONGEST_PAUSE_MS = 10_000;

/** What is wrong with an answer is told after that many more tries. */
const TRIES = 3;

/** Whether the same request may have another answer later: what the service refused it refuses again. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 429 || error.status >= 500;
}

/** A service that is away comes back, and the page says so meanwhile; everything else is told soon. */
export function shouldRetry(failures: number, error: unknown): boolean {
  return isAway(error) || (mayPass(error) && failures < TRIES);
}

/** In milliseconds; a service that says how long to wait knows best. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.min(1_000 * 1.5 ** failures, LONGEST_PAUSE_MS));
}

function isAway(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  return error instanceof ApiError && (error.status === 502 || error.status === 503);
}
