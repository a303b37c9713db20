import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { ApiError } from '../../api/api-error.js';
import { usePageTitle } from '../../app/page-title.js';
import { Answer } from '../../parts/answer.js';
import { Empty } from '../../parts/states.js';
import { usePeriod } from '../../parts/use-period.js';
import { StoreHeader } from './store-header.js';
import { StoreResults } from './store-results.js';
import { useStore } from './use-store.js';

/** One store: what it is, and what happened there in a period. */
export function StorePage() {
  const { storeId = '' } = useParams();
  const store = useStore(storeId);
  const shown = usePeriod('90d');
  usePageTitle(store.data?.store_name ?? storeId, 'Stores');
  if (store.error instanceof ApiError && store.error.status === 404) return <NoSuchStore id={storeId} />;
  return (
    <Answer query={store}>
      {(found) => (
        <>
          <StoreHeader store={found} shown={shown} />
          <StoreResults store={found} shown={shown} />
        </>
      )}
    </Answer>
  );
}

function NoSuchStore({ id }: { readonly id: string }) {
  return (
    <Empty isPage title={`There is no store ${id}`} hint="Look for it by a part of its name.">
      <Button component={Link} to="/stores">
        Find a store
      </Button>
    </Empty>
  );
}
