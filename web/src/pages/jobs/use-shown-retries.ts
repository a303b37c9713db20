import { useSearchParams } from 'react-router';

/** Which retries of many jobs are shown beside the list, by the address: `retry=7` one, `retries` all. */
export function useShownRetries() {
  const [search, setSearch] = useSearchParams();
  const set = (name: 'retry' | 'retries', value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    retryId: search.get('retry'),
    areListed: search.has('retries'),
    follow: (retryId: string | null) => set('retry', retryId),
    list: (isListed: boolean) => set('retries', isListed ? '1' : null),
  };
}
