import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../data/api.js';

const MINUTE_MS = 60_000;
/** Codes that no image had since then are typed by hand. */
const CODES_MS = 30 * 24 * 60 * MINUTE_MS;

/** Error codes of the last 30 days, the most frequent first. */
export function useKnownCodes(): string[] {
  const { data } = useQuery({
    queryKey: ['known-codes'],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - CODES_MS).toISOString();
      return content(api.GET('/api/stats', { params: { query: { from, step: 'day' } }, signal }));
    },
    staleTime: MINUTE_MS,
  });
  const codes = Object.entries(data?.totals.codes ?? {});
  return codes.sort(([, a], [, b]) => b - a).map(([code]) => code);
}
