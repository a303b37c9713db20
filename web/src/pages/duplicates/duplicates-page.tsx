import { Alert, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useAreas } from '../../data/areas.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { PageHeader } from '../../parts/page-header.js';
import { Empty } from '../../parts/states.js';
import { counted } from '../../parts/text.js';
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
  const group = search.get('group') ?? '';
  const areas = useAreas();
  const mayDecide = useMay('admin');
  const pages = useDuplicates(state, area, group);
  const searched = pages.data?.pages[0];
  const clusters = pages.data?.pages.flatMap((page) => page.clusters);
  usePageTitle('Duplicates');
  const set = (name: string, value: string | null) => setSearch((before) => withParam(before, name, value));
  return (
    <>
      <PageHeader
        title="Probable duplicates"
        about={
          <>
            Stores of one area with much the same name.{' '}
            {mayDecide ? (
              <Text span inherit visibleFrom="sm">
                J and K go down and up, S says one shop, D different shops.
              </Text>
            ) : (
              'Deciding needs a key with the scope admin.'
            )}
          </>
        }
      />
      <Group gap="sm" mb="md">
        <SegmentedControl
          transitionDuration={0}
          aria-label="Which to show"
          data={STATES}
          value={state}
          onChange={(value) => set('state', value === 'open' ? null : value)}
        />
        <Group gap="sm" grow w={{ base: '100%', sm: 460 }}>
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
          <GroupPicker
            label="Group"
            isLabelHidden
            placeholder="All groups"
            value={group}
            onChange={(id) => set('group', id)}
          />
        </Group>
      </Group>
      {searched?.is_complete === false && (
        <Alert icon={<IconInfoCircle size={18} />} mb="md" color="indigo" variant="light" role="status">
          {`Not all was searched: ${counted(searched.stores_searched, 'store')} of ${counted(searched.areas_searched, 'area')} were looked at, names with rare words first. An area here has more than can be compared.`}
        </Alert>
      )}
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
