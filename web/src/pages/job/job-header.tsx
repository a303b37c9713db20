import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CopyText } from '../../parts/copy-text.js';
import { Moment } from '../../parts/moment.js';
import { PageHeader } from '../../parts/page-header.js';
import { StateBadge } from '../../parts/state-badge.js';
import { counted } from '../../parts/text.js';
import { JobActions } from './job-actions.js';
import classes from './job.module.css';
import type { JobDetail } from './use-job.js';

/** Which job this is, and what can be done with it. */
export function JobHeader({ job }: { readonly job: JobDetail }) {
  return (
    <PageHeader title={<Name job={job} />} about={<About job={job} />}>
      <JobActions job={job} />
    </PageHeader>
  );
}

function Name({ job }: { readonly job: JobDetail }) {
  const address = `${location.origin}/api/jobs/${job.job_id}`;
  return (
    <Group gap={8} wrap="nowrap" component="span">
      <span>Job {job.job_id}</span>
      <StateBadge state={job.state} />
      <Group gap={0} wrap="nowrap" component="span">
        <CopyText text={job.job_id} label="Copy the id" />
        <CopyText text={address} label="Copy the address of its API" icon={<IconLink size={14} />} />
      </Group>
    </Group>
  );
}

function About({ job }: { readonly job: JobDetail }) {
  const labels = Object.entries(job.labels);
  return (
    <Group gap="xs" mt={4} className={classes.about}>
      {job.reference !== null && <Reference reference={job.reference} />}
      {labels.map(([name, value]) => (
        <Label key={name} label={`${name}:${value}`} />
      ))}
      <span>
        Submitted <Moment at={job.created_at} />
      </span>
      <span>{counted(job.visit_count, 'visit')}</span>
      <span>Priority {job.priority > 0 ? `+${job.priority}` : job.priority}</span>
      {job.run > 0 && <span>Run {job.run}</span>}
    </Group>
  );
}

function Reference({ reference }: { readonly reference: string }) {
  return (
    <Anchor
      component={Link}
      to={`/jobs?${new URLSearchParams({ reference }).toString()}`}
      size="sm"
      fw={600}
      className={classes.name}
      title={`Jobs with the reference ${reference}`}
    >
      {reference}
    </Anchor>
  );
}

function Label({ label }: { readonly label: string }) {
  return (
    <Badge
      component={Link}
      to={`/jobs?${new URLSearchParams({ label }).toString()}`}
      tt="none"
      radius="sm"
      fw={500}
      className={classes.label}
      title={`Jobs with the label ${label}`}
    >
      <Text span inherit truncate>
        {label}
      </Text>
    </Badge>
  );
}
