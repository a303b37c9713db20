import { requestProblem, statusText } from '../../outbound/request-problem.js';
import { retryAfterMs } from '../../outbound/retry-after.js';
import { ImageError, type Retry } from '../image-error.js';

/** Longest wait a host can ask for. */
const MAX_RETRY_AFTER_MS = 300_000;

const HEALING = new Set([408, 425, 500, 502, 503, 504]);

/** What an HTTP status other than 200 means for an image; `retryAfter` is the header as it came. */
export function statusError(status: number, retryAfter: string | undefined, now = Date.now()): ImageError {
  const retry: Retry = status === 429 ? 'throttled' : HEALING.has(status) ? 'charged' : 'never';
  const reason = `could not be downloaded: its server answered ${statusText(status)}.`;
  return new ImageError(`HTTP_${status}`, reason, retry, retryAfterMs(retryAfter, now, MAX_RETRY_AFTER_MS));
}

/** All refused addresses have one sentence. */
const NOT_ALLOWED = 'is at an address that is not open to the public, and is not fetched from there.';

/** What came between the request and the image; undefined when that is a fault of ours. */
export function requestError(thrown: unknown): ImageError | undefined {
  const problem = requestProblem(thrown);
  if (!problem) return undefined;
  const { code, what, canHeal } = problem;
  if (code === 'ADDRESS_NOT_ALLOWED') return new ImageError(code, NOT_ALLOWED);
  return new ImageError(code, `could not be downloaded: ${what}.`, canHeal ? 'charged' : 'never');
}
