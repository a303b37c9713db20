import { createApiClient, type ApiClient } from '../web/src/api/client.js';
import { patientFetch } from './patient-fetch.js';
import type { Settings } from './settings.js';

/** Somebody waits in front of the screen. */
const PATIENCE_MS = 5_000;

/** @param patienceMs how long a service may be away before it is given up */
export function connect(
  { url, key }: Settings,
  tell: (line: string) => void,
  patienceMs = PATIENCE_MS,
): ApiClient {
  return createApiClient({ baseUrl: url, ...(key && { key }), fetch: patientFetch(patienceMs, tell) });
}
