import type { QueryState } from '@tanstack/react-query';
import { slowlyIfFailed } from './query-client.js';

/** The names of a large import are read after it, which takes minutes; what has been read meanwhile is shown this soon. */
const READING_MS = 5_000;

export const MORE_SOON = 'Names of an import are still being read: there may be more soon.';

/** An interval that ends when all names have been read. */
export function whileReading<Data>(isRead: (data: Data) => boolean) {
  return (query: { readonly state: QueryState<Data> }): number | false => {
    const { data } = query.state;
    return slowlyIfFailed(query) || (data !== undefined && !isRead(data) && READING_MS);
  };
}
