import { ApiError } from '../../../api/api-error.js';
import { api, content } from '../../../data/api.js';
import type { Submission } from './submission.js';

/** A body as it goes over the wire, and the key that makes it safe to send twice. */
export interface Parcel {
  readonly text: string;
  readonly key: string;
}

/** Times an answer is asked for: about a minute. */
const MOST_TRIES = 10;

/** @returns the id of the job */
export async function sendJob({ text, key }: Parcel): Promise<string> {
  const call = api.POST('/api/submit', {
    params: { header: { 'Idempotency-Key': key } },
    // Written once already, and it may have megabytes.
    body: {} as Submission,
    bodySerializer: () => text,
  });
  return (await content(call)).job_id;
}

/** Whether nobody knows what became of a submit: the same key asks, and makes no second job. */
function isLost(error: Error): boolean {
  return !(error instanceof ApiError) || error.status >= 500;
}

/** Answers that were lost are asked for again. */
export const ASK_AGAIN = {
  retry: (tries: number, error: Error) => isLost(error) && tries < MOST_TRIES,
  retryDelay: (tries: number) => Math.min(500 * 1.7 ** tries, 10_000),
};
