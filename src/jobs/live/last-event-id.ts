import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, type Query } from '../../common/http/query.js';
import { quote } from '../../common/quote.js';

/** Numbers of failures are Postgres integers. */
const MAX = 2_147_483_647;

/**
 * Number of the last failure that a client has heard of: the header, which a browser
 * sends when it connects again, or else the query, for those who cannot set headers.
 *
 * @throws InvalidInputError
 */
export function lastFailureNo(header: string | undefined, query: Query): number {
  const text = header || textFrom(query, 'last_event_id');
  if (text === undefined) return 0;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (number <= MAX) return number;
  throw new InvalidInputError(
    `"Last-Event-ID" must be the id of a message of this stream, a whole number; not ${quote(text)}.`,
  );
}
