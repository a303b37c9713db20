import { Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import type { Column } from '../../parts/data-table.js';
import { Moment } from '../../parts/moment.js';
import { OutcomeBar, sayOutcome } from '../../parts/outcome-bar.js';
import { RowLink } from '../../parts/row-link.js';
import { Photos } from './photos.js';
import classes from './store.module.css';

type Visit = Schema<'CountedVisitDto'>;

export function visitColumns(hasPhotos: boolean): Column<Visit>[] {
  const photos: Column<Visit> = {
    id: 'photos',
    heading: 'Photos',
    cell: (visit) =>
      visit.images_removed_at ? <Removed at={visit.images_removed_at} /> : <Photos visit={visit} />,
  };
  const outcome: Column<Visit> = {
    id: 'outcome',
    heading: 'Outcome',
    from: 768,
    cell: (visit) => <Outcome visit={visit} />,
  };
  const bar: Column<Visit> = {
    id: 'bar',
    heading: 'Images',
    width: 120,
    cell: ({ counts }) => <OutcomeBar counts={counts} />,
  };
  return [
    {
      id: 'when',
      heading: 'Visited',
      width: hasPhotos ? 170 : 210,
      cell: (visit) => (
        <>
          <RowLink to={`/jobs/${visit.job_id}`}>
            <Moment at={visit.visit_time} />
          </RowLink>
          <div className={classes.below} data-always={hasPhotos || undefined}>
            <Outcome visit={visit} />
          </div>
        </>
      ),
    },
    { id: 'job', heading: 'Job', width: 80, from: 560, cell: ({ job_id }) => job_id },
    { id: 'area', heading: 'Area then', width: 110, from: 1200, cell: ({ area_code }) => area_code },
    ...(hasPhotos ? [photos] : [bar, outcome]),
  ];
}

function Outcome({ visit: { counts, images_removed_at } }: { readonly visit: Visit }) {
  return images_removed_at && counts.removed > 0 ? <Removed at={images_removed_at} /> : sayOutcome(counts);
}

/** Images are kept for a while only. */
function Removed({ at }: { readonly at: string }) {
  return (
    <Text component="span" size="sm" c="dimmed">
      Images removed <Moment at={at} />
    </Text>
  );
}
