import { InvalidInputError } from '../../common/domain-error.js';
import { VERDICTS, type Verdict } from './clusters.js';

/** Stores that one decision may be about: every two of them. */
const MAX_STORES = 50;
const MAX_ID = 1_000;

/** @throws InvalidInputError naming what does not fit */
export function readDecision(body: unknown): { verdict: Verdict; storeIds: string[] } {
  const { verdict, store_ids: ids } = (body ?? {}) as Record<string, unknown>;
  const known = VERDICTS.find((word) => word === verdict);
  if (known === undefined) throw new InvalidInputError('"verdict" must be same or different.');
  if (!Array.isArray(ids) || ids.length < 2 || ids.length > MAX_STORES)
    throw new InvalidInputError(`"store_ids" must be a list of 2 to ${MAX_STORES} ids of stores.`);
  if (!ids.every(isId))
    throw new InvalidInputError('Each of "store_ids" must be the id of a store, as text.');
  if (new Set(ids).size < ids.length) throw new InvalidInputError('"store_ids" must name each store once.');
  return { verdict: known, storeIds: ids };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_ID && !value.includes('\0');
}
