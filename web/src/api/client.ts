import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { ApiError, isErrorBody } from './api-error.js';
import type { components, paths } from './schema.js';

/** Calls the API by path; what goes in and what comes out is typed by the OpenAPI document. */
export type ApiClient = Client<paths>;

/** What the API speaks of, by name: `Schema<'JobDto'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface ApiOptions extends Pick<ClientOptions, 'baseUrl' | 'fetch'> {
  /** An API key; a page that signed in needs none. */
  readonly key?: string;
}

export function createApiClient({ key, ...options }: ApiOptions): ApiClient {
  const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return createClient<paths>({ ...options, headers });
}

/**
 * The content of an answer.
 *
 * @throws ApiError when the API refused, with its sentence and code
 */
export async function contentOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined && data !== null) return data;
  if (isErrorBody(error))
    throw new ApiError(response.status, error.code, error.error, retryAfterMs(response));
  const sentence = `The service answered ${response.status}, and not as this API does.`;
  throw new ApiError(response.status, 'UNEXPECTED_ANSWER', sentence);
}

/** Only its form in seconds: that is what this API sends. */
function retryAfterMs({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
