import { Button, Group } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { ApiError } from '../../api/api-error.js';
import { usePageTitle } from '../../app/page-title.js';
import { Answer } from '../../parts/answer.js';
import { PageHeader } from '../../parts/page-header.js';
import { Empty } from '../../parts/states.js';
import { capitalised } from '../../parts/text.js';
import { JobResults } from './job-results.js';
import { JobHeader } from './job-header.js';
import { ProgressCard } from './progress-card.js';
import { isOngoing, useJob, type JobDetail } from './use-job.js';
import { useRefreshAtTurns } from './use-refresh.js';

/** One job: how far it is, what went wrong and what to do about it, and every image of it. */
export function JobPage() {
  const { jobId = '' } = useParams();
  // What is shown of one job must not linger with the next.
  return <JobById key={jobId} jobId={jobId} />;
}

function JobById({ jobId }: { readonly jobId: string }) {
  const query = useJob(jobId);
  usePageTitle(query.data && titleOf(query.data), `Job ${jobId}`);
  if (query.data === undefined && isUnknown(query.error)) return <NoSuchJob jobId={jobId} />;
  return <Answer query={query}>{(job) => <Job job={job} />}</Answer>;
}

function Job({ job }: { readonly job: JobDetail }) {
  useRefreshAtTurns(job);
  return (
    <>
      <JobHeader job={job} />
      <ProgressCard job={job} />
      <JobResults job={job} />
    </>
  );
}

function NoSuchJob({ jobId }: { readonly jobId: string }) {
  return (
    <>
      <PageHeader title={`Job ${jobId}`} />
      <Empty
        title={`There is no job ${jobId}`}
        hint="The number may be mistyped, or the job belongs to another installation. Jobs are never deleted."
      >
        <Group>
          <Button component={Link} to="/jobs">
            See all jobs
          </Button>
          <Button component={Link} to="/submit" variant="default">
            Submit one
          </Button>
        </Group>
      </Empty>
    </>
  );
}

/** `43 %` while it runs, `Failed` after that. */
function titleOf(job: JobDetail): string {
  if (isOngoing(job) && job.state !== 'paused') return `${Math.floor(job.progress.percent)} %`;
  return capitalised(job.state);
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && ['JOB_NOT_FOUND', 'INVALID_JOB_ID'].includes(error.code);
}
