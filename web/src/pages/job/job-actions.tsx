import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMay } from '../../data/session.js';
import { CancelDialog } from './cancel-dialog.js';
import { ExportMenu } from './export-menu.js';
import { RetryMenu } from './retry-menu.js';
import { useControl } from './use-control.js';
import { canRetry, isOngoing, type JobDetail } from './use-job.js';

/** What can be done with the job in its present state; what the viewer's key may not do is left out. */
export function JobActions({ job }: { readonly job: JobDetail }) {
  const [maySubmit, mayRead] = [useMay('submit'), useMay('read')];
  const control = useControl(job.job_id);
  const [isAsking, asking] = useDisclosure();
  const isPaused = job.state === 'paused';
  return (
    <>
      {maySubmit && isOngoing(job) && (
        <>
          <Button
            variant="default"
            leftSection={isPaused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
            loading={control.pause.isPending || control.resume.isPending}
            onClick={() => (isPaused ? control.resume : control.pause).mutate()}
          >
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} />}
            loading={control.cancel.isPending}
            onClick={asking.open}
          >
            Cancel
          </Button>
        </>
      )}
      {mayRead && job.images_removed_at === null && <ExportMenu job={job} />}
      {maySubmit && canRetry(job) && <RetryMenu job={job} />}
      <CancelDialog job={job} isOpen={isAsking} close={asking.close} cancel={() => control.cancel.mutate()} />
    </>
  );
}
