import { Switch } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { DataTable } from '../../parts/data-table.js';
import { Empty } from '../../parts/states.js';
import { visitColumns } from './visit-columns.js';
import type { useStoreVisits } from './use-store.js';

type Visit = Schema<'CountedVisitDto'>;

/** A time above the outcome. */
const ROW_PX = 50;
/** A photo and some air. */
const PHOTO_ROW_PX = 104;

interface VisitsCardProps {
  readonly visits: ReturnType<typeof useStoreVisits>;
}

/** All visits of the period, newest first; their photos are loaded only when somebody asks for them. */
export function VisitsCard({ visits }: VisitsCardProps) {
  const [hasPhotos, setPhotos] = useState(false);
  const { data, fetchNextPage } = visits;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.visits), [data]);
  const columns = useMemo(() => visitColumns(hasPhotos), [hasPhotos]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const toggle = (
    <Switch
      label="Show photos"
      checked={hasPhotos}
      onChange={(event) => setPhotos(event.currentTarget.checked)}
    />
  );
  return (
    <Card title="Visits" aside={toggle}>
      <Answer query={{ data: rows, error: visits.error, refetch: visits.refetch }}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="No visits in this period" hint="A longer period may have some." />
          ) : (
            <DataTable
              label="Visits"
              columns={columns}
              rows={list}
              rowId={idOf}
              rowHeight={hasPhotos ? PHOTO_ROW_PX : ROW_PX}
              hasMore={visits.hasNextPage}
              isLoadingMore={visits.isFetchingNextPage || visits.isPlaceholderData}
              hasLoadMoreFailed={visits.isFetchNextPageError}
              loadMore={loadMore}
            />
          )
        }
      </Answer>
    </Card>
  );
}

/** A job may visit a store more than once. */
const idOf = ({ job_id, visit_time, images }: Visit) =>
  `${visit_time} ${job_id} ${images[0]?.image_url ?? ''}`;
