import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useNow } from './moment.js';
import { boundsOf, periodIn, withPeriod, type Bounds, type Last, type Period } from './period.js';

export interface ShownPeriod extends Bounds {
  readonly period: Period;
  readonly setPeriod: (period: Period) => void;
}

/**
 * The period in the address of the page, as `?period=24h` or `?from=..&to=..`. The bounds of one that ends now move on
 * by themselves, once a minute at most; between that they are equal, so that they can be keys of queries.
 *
 * @param fallback what is shown when the address says nothing
 */
export function usePeriod(fallback: Last): ShownPeriod {
  const [search, setSearch] = useSearchParams();
  const now = useNow();
  const period = periodIn(search, fallback);
  const { from, to } = boundsOf(period, now);
  return useMemo(
    () => ({
      from,
      to,
      period: periodIn(search, fallback),
      setPeriod: (next) => setSearch((before) => withPeriod(before, next), { preventScrollReset: true }),
    }),
    [from, to, search, fallback, setSearch],
  );
}
