import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { DataTable } from '../../parts/data-table.js';
import { Empty, Loading, Problem } from '../../parts/states.js';
import { count, counted } from '../../parts/text.js';
import { imageColumns } from './image-columns.js';
import { ImageFilters } from './image-filters.js';
import { ImageViewer } from './image-viewer.js';
import classes from './images.module.css';
import { isNarrowed } from './job-view.js';
import { IMAGES_ID } from './show-images.js';
import type { JobDetail } from './use-job.js';
import { useImages } from './use-images.js';
import type { Summary } from './use-summary.js';
import { SHOW_ALL, useView } from './use-view.js';

const ROW_PX = 52;

interface ImagesCardProps {
  readonly job: JobDetail;
  readonly summary: Summary | undefined;
}

/** Every image of the job, or those that fit; one of them can be opened. */
export function ImagesCard({ job, summary }: ImagesCardProps) {
  const { view, addressOf } = useView();
  const { query, images, onVisible } = useImages(job, view.filter, view.from);
  const mayRead = useMay('read');
  const columns = useMemo(() => imageColumns({ addressOf, linksStores: mayRead }), [addressOf, mayRead]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <div id={IMAGES_ID} tabIndex={-1} className={classes.card}>
      <Card
        title="Images"
        aside={<Shown shown={images.length} hasMore={hasNextPage} total={job.progress.total} />}
      >
        <ImageFilters job={job} summary={summary} />
        {query.error && !query.data && <Problem error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && !query.error && <Loading label="Loading images" />}
        {query.data && images.length === 0 && (
          <NoneFits from={view.from} isNarrowed={isNarrowed(view.filter)} />
        )}
        {query.data && images.length > 0 && (
          <div data-old={query.isPlaceholderData || undefined} className={classes.list}>
            <DataTable
              label="Images"
              columns={columns}
              rows={images}
              rowId={({ idx }) => String(idx)}
              rowHeight={ROW_PX}
              hasMore={hasNextPage}
              isLoadingMore={isFetchingNextPage}
              hasLoadMoreFailed={query.isFetchNextPageError}
              loadMore={() => void fetchNextPage()}
              onVisible={onVisible}
            />
          </div>
        )}
        {view.image !== undefined && <ImageViewer job={job} idx={view.image} listed={images} />}
      </Card>
    </div>
  );
}

interface ShownProps {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly total: number;
}

function Shown({ shown, hasMore, total }: ShownProps) {
  const words = hasMore || shown < total ? `${count(shown)}${hasMore ? ' loaded' : ''} of ` : '';
  return (
    <Text size="sm" c="dimmed" className="figures" role="status">
      {words}
      {counted(total, 'image')}
    </Text>
  );
}

function NoneFits({ from, isNarrowed: narrowed }: { readonly from: number; readonly isNarrowed: boolean }) {
  const { change } = useView();
  if (!narrowed && from === 0) return <Empty title="No images" hint="This job was submitted without any." />;
  return (
    <Empty title="No image fits" hint="None of this job's images is like that right now.">
      <Button variant="default" onClick={() => change(SHOW_ALL)}>
        Show all images
      </Button>
    </Empty>
  );
}
