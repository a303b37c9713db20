import { Group, Text } from '@mantine/core';
import type { Column } from '../../parts/data-table.js';
import { JobProgress } from '../../parts/job-progress.js';
import { Moment } from '../../parts/moment.js';
import { RowLink } from '../../parts/row-link.js';
import { StateBadge } from '../../parts/state-badge.js';
import { count, percent } from '../../parts/text.js';
import type { Job } from './job-filter.js';
import { sayJobTime } from './job-time.js';
import classes from './jobs.module.css';

const id: Column<Job> = {
  id: 'job',
  heading: 'Job',
  width: 76,
  cell: ({ job_id }) => (
    <RowLink to={`/jobs/${job_id}`} label={`Job ${job_id}`}>
      {job_id}
    </RowLink>
  ),
};

/** On wide screens, a job in one line. */
export const WIDE: readonly Column<Job>[] = [
  id,
  { id: 'state', heading: 'State', width: 124, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'progress',
    heading: 'Images settled',
    width: '24%',
    cell: ({ progress }) => (
      <div className={classes.progress}>
        <JobProgress progress={progress} />
        <span className={classes.share}>
          {progress.pending > 0 && <b>{percent(progress.percent)}</b>}{' '}
          {count(progress.total - progress.pending)}
          <span className={classes.of}> / {count(progress.total)}</span>
        </span>
      </div>
    ),
  },
  {
    id: 'failed',
    heading: 'Failed',
    width: 72,
    align: 'right',
    cell: ({ progress }) => <Failed images={progress.failed} />,
  },
  { id: 'reference', heading: 'Reference and labels', from: 1200, cell: (job) => <About job={job} /> },
  {
    id: 'visits',
    heading: 'Visits',
    width: 72,
    align: 'right',
    from: 1400,
    cell: ({ visit_count }) => count(visit_count),
  },
  {
    id: 'time',
    heading: 'Duration',
    width: 132,
    align: 'right',
    cell: (job) => <span className={job.settled_at ? undefined : classes.quiet}>{sayJobTime(job)}</span>,
  },
  {
    id: 'submitted',
    heading: 'Submitted',
    width: 156,
    align: 'right',
    cell: ({ created_at }) => <Moment at={created_at} />,
  },
];

/** On narrow ones, in three short lines. */
export const NARROW: readonly Column<Job>[] = [
  {
    id: 'job',
    heading: 'Jobs, newest first',
    cell: (job) => (
      <div className={classes.card}>
        <Group gap="xs" wrap="nowrap">
          <RowLink to={`/jobs/${job.job_id}`} label={`Job ${job.job_id}`}>
            {job.job_id}
          </RowLink>
          <StateBadge state={job.state} />
          <Text size="xs" c="dimmed" ml="auto" component="span">
            <Moment at={job.created_at} />
          </Text>
        </Group>
        <JobProgress progress={job.progress} />
        <Group gap="xs" wrap="nowrap" fz="xs">
          <span>
            {count(job.progress.total - job.progress.pending)} / {count(job.progress.total)}
          </span>
          {job.progress.failed > 0 && <Failed images={job.progress.failed} word=" failed" />}
          <span className={classes.cut}>{job.reference}</span>
          <span className={classes.time}>{sayJobTime(job)}</span>
        </Group>
      </div>
    ),
  },
];

function Failed({ images, word = '' }: { readonly images: number; readonly word?: string }) {
  if (images === 0) return <span className={classes.quiet}>0</span>;
  return (
    <span className={classes.failed}>
      {count(images)}
      {word}
    </span>
  );
}

function About({ job: { reference, labels } }: { readonly job: Job }) {
  const names = Object.entries(labels).map(([name, value]) => `${name}:${value}`);
  return (
    <div className={classes.about} title={[reference, ...names].filter(Boolean).join('\n')}>
      {reference && <span>{reference}</span>}
      {names.map((name) => (
        <span key={name} className={classes.label}>
          {name}
        </span>
      ))}
    </div>
  );
}
