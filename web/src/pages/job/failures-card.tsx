import { Group, SegmentedControl, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { counted } from '../../parts/text.js';
import { FailuresByCode } from './failures-by-code.js';
import { FailuresByStore } from './failures-by-store.js';
import classes from './job.module.css';
import { RetryDialog } from './retry-dialog.js';
import type { RetryChoice } from './use-control.js';
import { useMay } from '../../data/session.js';
import { canRetry, isOngoing, type JobDetail } from './use-job.js';
import type { Summary } from './use-summary.js';
import { useView } from './use-view.js';

type Grouping = 'reason' | 'store';

interface FailuresCardProps {
  readonly job: JobDetail;
  readonly summary: UseQueryResult<Summary>;
}

/** What went wrong, with what to do about it: images that failed alike together, or by store. */
export function FailuresCard({ job, summary }: FailuresCardProps) {
  const [grouping, setGrouping] = useState<Grouping>('reason');
  const [choice, setChoice] = useState<RetryChoice>();
  const { run } = useView().view.filter;
  // What an earlier run says may have been put right since.
  const mayRetry = useMay('submit') && canRetry(job) && run === undefined;
  const again = mayRetry ? setChoice : undefined;
  const hasFailures = (summary.data?.by_code.length ?? 0) > 0;
  const groupings = (
    <SegmentedControl
      size="xs"
      transitionDuration={0}
      aria-label="Failures by"
      data={[
        { value: 'reason', label: 'By reason' },
        { value: 'store', label: 'By store' },
      ]}
      value={grouping}
      onChange={setGrouping}
    />
  );
  return (
    <Card title="What went wrong" aside={hasFailures ? groupings : undefined}>
      <Answer query={summary}>
        {(data) => {
          if (data.by_code.length === 0) return <NoFailures job={job} />;
          if (grouping === 'store') return <FailuresByStore summary={data} again={again} />;
          return <FailuresByCode codes={data.by_code} again={again} />;
        }}
      </Answer>
      <RetryDialog job={job} choice={choice} close={() => setChoice(undefined)} />
    </Card>
  );
}

function NoFailures({ job }: { readonly job: JobDetail }) {
  const { processed, cancelled } = job.progress;
  const words = isOngoing(job)
    ? 'Nothing so far.'
    : cancelled > 0
      ? `No image failed; ${counted(cancelled, 'image was', 'images were')} cancelled.`
      : `Nothing: ${counted(processed, 'image was', 'images were')} measured.`;
  return (
    <Group gap="xs" wrap="nowrap">
      <IconCircleCheck size={20} className={classes.goodIcon} aria-hidden />
      <Text size="sm">{words}</Text>
    </Group>
  );
}
