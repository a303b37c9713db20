import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { count, counted } from '../../parts/text.js';
import type { JobDetail } from './use-job.js';

interface CancelDialogProps {
  readonly job: JobDetail;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly cancel: () => void;
}

/** Asks before a job is cancelled, with the counts as they are while one thinks about it. */
export function CancelDialog({ job, isOpen, close, cancel }: CancelDialogProps) {
  const { pending, total } = job.progress;
  const confirm = () => {
    close();
    cancel();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={`Cancel job ${job.job_id}?`} centered>
      <Stack>
        <Text className="figures">
          {counted(pending, 'image')} of {count(total)} {pending === 1 ? 'has' : 'have'} no result yet and
          will be given up. The results of the other {count(total - pending)} stay.
        </Text>
        <Text size="sm" c="dimmed">
          Cancelled images can be run again later.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            Let it run
          </Button>
          <Button color="red.9" onClick={confirm}>
            Cancel {counted(pending, 'image')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
