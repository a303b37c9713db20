import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ApiError } from '../../api/api-error.js';
import { useMay } from '../../data/session.js';
import { DataTable } from '../../parts/data-table.js';
import { Empty, Loading, Problem } from '../../parts/states.js';
import { type Choice } from './choice.js';
import { NARROW, WIDE } from './job-columns.js';
import { type JobFilter } from './job-filter.js';
import classes from './jobs.module.css';
import type { useJobList } from './use-job-list.js';

interface JobListProps extends Pick<ReturnType<typeof useJobList>, 'list' | 'rows'> {
  readonly filter: JobFilter;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly onClearFilter: () => void;
  readonly isNarrow: boolean;
}

const WIDE_ROW_PX = 44;
const NARROW_ROW_PX = 92;

/** The rows, or why there are none. */
export function JobList({ list, rows, filter, choice, onChoose, onClearFilter, isNarrow }: JobListProps) {
  const mayChoose = useMay('submit');
  if (list.error && rows.length === 0) {
    const isUnfit = list.error instanceof ApiError && list.error.status === 400;
    if (!isUnfit) return <Problem error={list.error} retry={() => void list.refetch()} />;
    return (
      <Empty title="This filter does not fit" hint={list.error.message}>
        <Button onClick={onClearFilter}>Clear all filters</Button>
      </Empty>
    );
  }
  if (!list.data) return <Loading label="Loading jobs" />;
  if (rows.length === 0) return <NoJobs filter={filter} onClearFilter={onClearFilter} />;
  const selection = choice === 'all' ? new Set(rows.map(({ job_id }) => job_id)) : choice.ids;
  return (
    <div className={list.isPlaceholderData ? classes.old : undefined}>
      <DataTable
        label="Jobs"
        columns={isNarrow ? NARROW : WIDE}
        rows={rows}
        rowId={({ job_id }) => job_id}
        rowHeight={isNarrow ? NARROW_ROW_PX : WIDE_ROW_PX}
        selection={selection}
        onSelect={mayChoose ? (ids) => onChoose({ ids }) : undefined}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        hasLoadMoreFailed={list.isFetchNextPageError}
        loadMore={() => void list.fetchNextPage()}
      />
    </div>
  );
}

function NoJobs({ filter, onClearFilter }: Pick<JobListProps, 'filter' | 'onClearFilter'>) {
  const maySubmit = useMay('submit');
  if (Object.keys(filter).length > 0) {
    return (
      <Empty title="No job fits" hint="Jobs that fit appear here by themselves as soon as there are any.">
        <Button variant="default" onClick={onClearFilter}>
          Clear all filters
        </Button>
      </Empty>
    );
  }
  return (
    <Empty
      title="No jobs yet"
      hint="A job is a list of store visits with photos. As soon as one is submitted it appears here."
    >
      {maySubmit && (
        <Button component={Link} to="/submit">
          Submit the first one
        </Button>
      )}
    </Empty>
  );
}
