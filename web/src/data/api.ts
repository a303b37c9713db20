import { ApiError } from '../api/api-error.js';
import { contentOf, createApiClient } from '../api/client.js';
import { reached, unreachable } from './connection.js';

/** Longer than any answer takes while the service is well. */
const TIMEOUT_MS = 30_000;

/** The service could not be asked, or could not answer right now; it may work in a moment. */
export class UnreachableError extends Error {}

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

/** Tells the whole page when the service cannot be reached, and when it can again. */
async function watchedFetch(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(request, { signal });
    if (response.status === 503 || response.status === 502) {
      unreachable('The service cannot answer right now.');
    } else reached();
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    unreachable('The service cannot be reached.');
    throw new UnreachableError('The service cannot be reached right now.', { cause: error });
  }
}
