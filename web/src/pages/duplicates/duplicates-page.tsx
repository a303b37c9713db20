import { Group, SegmentedControl, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useAreas } from '../../data/areas.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { PageHeader } from '../../parts/page-header.js';
import { Empty } from '../../parts/states.js';
import { withParam } from '../../parts/with-param.js';
import { ClusterList } from './cluster-list.js';
import { useDuplicates, type ClusterState } from './use-duplicates.js';

const STATES: { value: ClusterState; label: string }[] = [
  { value: 'open', label: 'To decide' },
  { value: 'same', label: 'One shop' },
  { value: 'different', label: 'Different' },
];

const NOTHING: Readonly<Record<ClusterState, string>> = {
  open: 'Nothing is left to decide here. New stores are looked at soon after every import.',
  same: 'Nobody has said yet that stores are one shop.',
  different: 'Nobody has said yet that stores are different shops.',
};

/** Stores that are likely one shop, to be decided one after the other. */
export function DuplicatesPage() {
  const [search, setSearch] = useSearchParams();
  const state = STATES.find(({ value }) => value === search.get('state'))?.value ?? 'open';
  const area = search.get('area_code') ?? '';
  const areas = useAreas();
  const mayDecide = useMay('admin');
  const pages = useDuplicates(state, area);
  const clusters = pages.data?.pages.flatMap((page) => page.clusters);
  usePageTitle('Duplicates');
  const set = (name: string, value: string | null) => setSearch((before) => withParam(before, name, value));
  return (
    <>
      <PageHeader
        title="Probable duplicates"
        about={`Stores of one area with much the same name. ${mayDecide ? 'J and K go down and up, S says one shop, D different shops.' : 'Deciding needs a key with the scope admin.'}`}
      />
      <Group gap="sm" mb="md">
        <SegmentedControl
          transitionDuration={0}
          aria-label="Which to show"
          data={STATES}
          value={state}
          onChange={(value) => set('state', value === 'open' ? null : value)}
        />
        <Select
          aria-label="Area"
          placeholder="All areas"
          data={areas.data?.map(({ area_code }) => area_code) ?? []}
          value={area || null}
          onChange={(value) => set('area_code', value)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Show all areas' }}
          limit={100}
        />
      </Group>
      <Answer query={{ data: clusters, error: pages.error, refetch: pages.refetch }}>
        {(found) =>
          found.length === 0 && !pages.hasNextPage ? (
            <Empty title="No duplicates" hint={NOTHING[state]} />
          ) : (
            <ClusterList
              clusters={found}
              mayDecide={mayDecide}
              hasMore={pages.hasNextPage}
              isLoadingMore={pages.isFetchingNextPage}
              loadMore={() => void pages.fetchNextPage()}
            />
          )
        }
      </Answer>
    </>
  );
}
