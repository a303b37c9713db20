import { ApiError } from '../api/api-error.js';
import { contentOf, createApiClient } from '../api/client.js';
import { away, late, leave, reached, unable } from './connection.js';
import { UnreachableError } from './retries.js';

/** Longer than any answer takes while the service is well. */
const TIMEOUT_MS = 30_000;

/** Nobody should look at old figures for longer without being told, as when the service hangs. */
const LATE_MS = 8_000;

/** The API of the service this page came from; signed in by a cookie that no script can read. */
export const api = createApiClient({ baseUrl: location.origin, fetch: watchedFetch });

/** The content of an answer. @throws ApiError, UnreachableError */
export const content = contentOf;

/** For answers without content. @throws ApiError, UnreachableError */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) await contentOf(Promise.resolve({ error, response }));
}

/** Whether an error says that the caller lacks a scope. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

/** Tells the whole page when the service cannot be reached, or cannot answer, and when it can again. */
async function watchedFetch(request: Request): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const { pathname } = new URL(request.url);
  // What is done is not tried again by itself: nothing would tell that it could be done by now.
  const couldNot = () => request.method === 'GET' && unable(pathname);
  const timer = setTimeout(() => request.method === 'GET' && late(pathname), LATE_MS);
  try {
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
    if (response.status === 503 || response.status === 502) couldNot();
    else reached(pathname);
    return response;
  } catch (error) {
    if (request.signal.aborted) {
      leave(pathname);
      throw error;
    }
    if (timeout.aborted) couldNot();
    else away(pathname);
    const sentence = timeout.aborted ? 'does not answer in time' : 'cannot be reached right now';
    throw new UnreachableError(`The service ${sentence}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
