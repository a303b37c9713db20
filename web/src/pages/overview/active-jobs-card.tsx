import { Anchor, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Job } from '../../data/live/live-message.js';
import { Card } from '../../parts/card.js';
import { JobProgress } from '../../parts/job-progress.js';
import { StateBadge } from '../../parts/state-badge.js';
import { Loading } from '../../parts/states.js';
import { count, counted, decimal, duration, percent } from '../../parts/text.js';
import classes from './active-jobs.module.css';
import type { Work } from './use-work.js';

interface ActiveJobsCardProps {
  readonly work: Work;
  /** More jobs than this are only counted. */
  readonly most: number;
}

/** The jobs that are under way, as they move. */
export function ActiveJobsCard({ work, most }: ActiveJobsCardProps) {
  const shown = work.active.slice(0, most);
  const others = work.jobs - shown.length;
  return (
    <Card
      title="Active jobs"
      aside={
        <Anchor component={Link} to="/jobs" size="sm">
          All jobs
        </Anchor>
      }
    >
      {work.isLoading ? (
        <Loading />
      ) : shown.length === 0 ? (
        <Nothing />
      ) : (
        <ul className={classes.jobs}>
          {shown.map((job) => (
            <JobRow key={job.job_id} job={job} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <Anchor component={Link} to="/jobs" size="sm" mt="xs" display="block">
          {counted(others, 'more active job')}
        </Anchor>
      )}
    </Card>
  );
}

function JobRow({ job: { job_id, reference, state, progress } }: { readonly job: Job }) {
  const { total, pending, failed, percent: share } = progress;
  return (
    <li className={classes.job}>
      <div className={classes.name}>
        <Anchor component={Link} to={`/jobs/${job_id}`} size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
          Job {job_id}
        </Anchor>
        <span className={classes.note}>{reference}</span>
      </div>
      <div className={classes.end}>
        {state === 'running' ? (
          <Text size="sm" fw={600}>
            {percent(share)}
          </Text>
        ) : (
          <StateBadge state={state} />
        )}
      </div>
      <div className={classes.bar}>
        <JobProgress progress={progress} />
      </div>
      <div className={classes.note}>
        {count(total - pending)} of {counted(total, 'image')}
        {failed > 0 && ` · ${count(failed)} failed`}
      </div>
      <div className={`${classes.note} ${classes.end}`}>{sayPace(progress)}</div>
    </li>
  );
}

function sayPace({ images_per_second: speed, eta }: Job['progress']): string {
  if (speed === null || eta === null) return '';
  return `${decimal(speed)}/s · ${duration(Math.max(1, eta.seconds) * 1_000)} left`;
}

function Nothing() {
  return (
    <>
      <Text c="dimmed" size="sm" mb="sm">
        All jobs are settled. New ones appear here by themselves.
      </Text>
      <Button component={Link} to="/submit" variant="default" size="xs">
        Submit visits
      </Button>
    </>
  );
}
