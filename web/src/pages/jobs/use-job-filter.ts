import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filterIn, withFilter, type JobFilter } from './job-filter.js';

/** The filter in the address of the page; a new one is a new entry of the browser's history. */
export function useJobFilter() {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterIn(search), [search]);
  const setFilter = useCallback((next: JobFilter) => setSearch((now) => withFilter(now, next)), [setSearch]);
  const pathOf = (next: JobFilter) => `/jobs?${withFilter(search, next).toString()}`;
  return { filter, setFilter, pathOf };
}
