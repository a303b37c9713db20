import { MalformedJobIdError } from '../jobs.errors.js';

/** Largest value of a Postgres bigint. */
const MAX_ID = 9_223_372_036_854_775_807n;

/**
 * Reads a job id as it came in a path or query.
 *
 * @returns decimal digits without leading zeros
 * @throws MalformedJobIdError
 */
export function parseJobId(text: unknown): string {
  if (typeof text !== 'string' || !/^\d{1,19}$/.test(text)) throw new MalformedJobIdError(text);
  const id = BigInt(text);
  if (id < 1n || id > MAX_ID) throw new MalformedJobIdError(text);
  return id.toString();
}
