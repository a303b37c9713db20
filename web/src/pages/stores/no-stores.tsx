import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useMay } from '../../data/session.js';
import { Empty } from '../../parts/states.js';
import { ALL_STORES, type StoreFilter } from './store-filter.js';

interface NoStoresProps {
  readonly filter: StoreFilter;
  /** There are no stores at all. */
  readonly isFresh: boolean;
  readonly onClear: (filter: StoreFilter) => void;
}

export function NoStores({ filter, isFresh, onClear }: NoStoresProps) {
  const mayLoad = useMay('admin');
  if (isFresh) {
    return (
      <Empty
        title="There are no stores yet"
        hint={
          mayLoad
            ? 'Load a Store Master: a CSV file with the columns AreaCode, StoreName and StoreID.'
            : 'Whoever runs this service has to load a Store Master first.'
        }
      >
        {mayLoad && (
          <Button component={Link} to="/store-master">
            Load a Store Master
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <Empty
      title={filter.q ? `No store is written like "${filter.q}"` : 'No store fits'}
      hint={
        filter.q
          ? 'Neither a name nor an id has that in it; a shorter piece of it may find more.'
          : 'None of the stores is like this.'
      }
    >
      <Button variant="default" onClick={() => onClear(ALL_STORES)}>
        Show all stores
      </Button>
    </Empty>
  );
}
