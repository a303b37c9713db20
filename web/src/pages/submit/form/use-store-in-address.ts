import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { changeDraft } from '../draft/use-draft.js';
import { withStore } from './form-visit.js';

/** The page of a store leads here with `?store_id=`: there is a visit of it then, once, and the address forgets it. */
export function useStoreInAddress(): void {
  const [search, setSearch] = useSearchParams();
  const storeId = search.get('store_id')?.trim();
  useEffect(() => {
    if (storeId === undefined) return;
    if (storeId) changeDraft(({ form }) => ({ form: withStore(form, storeId) }));
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('store_id');
        return next;
      },
      { replace: true },
    );
  }, [storeId, setSearch]);
}
