import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { viewFrom, type JobView } from './job-view.js';

/** Words of the address to change; undefined takes one out. */
export type ViewChange = Partial<
  Record<
    'state' | 'code' | 'warning' | 'store_id' | 'group' | 'run' | 'from' | 'image',
    string | number | undefined
  >
>;

/** Lists all images again, from the first. */
export const SHOW_ALL: ViewChange = {
  state: undefined,
  code: undefined,
  warning: undefined,
  store_id: undefined,
  group: undefined,
  from: undefined,
};

export interface ViewInAddress {
  readonly view: JobView;
  /** @param keep leaves the present view in the browser's history, for its Back button */
  readonly change: (change: ViewChange, keep?: 'keep') => void;
  /** The address with one image open, to be linked to. */
  readonly addressOf: (image: number) => string;
}

/** What the page shows lives in its address, so that it can be sent to somebody and survives a reload. */
export function useView(): ViewInAddress {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => viewFrom(search), [search]);
  const change = useCallback(
    (changes: ViewChange, keep?: 'keep') =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: keep === undefined, preventScrollReset: true },
      ),
    [setSearch],
  );
  const addressOf = useCallback(
    (image: number) => {
      const next = new URLSearchParams(search);
      next.set('image', String(image));
      return `?${next.toString()}`;
    },
    [search],
  );
  return { view, change, addressOf };
}
