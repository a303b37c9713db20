import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { Answer } from '../../parts/answer.js';
import { count, counted } from '../../parts/text.js';
import { adviceFor } from './advice.js';
import { useControl, type RetryChoice } from './use-control.js';
import type { JobDetail } from './use-job.js';

interface RetryDialogProps {
  readonly job: JobDetail;
  /** Open while there is one. */
  readonly choice: RetryChoice | undefined;
  readonly close: () => void;
}

/** Shows what would run again, as the service counts it, and runs it. */
export function RetryDialog({ job, choice, close }: RetryDialogProps) {
  return (
    <Modal opened={choice !== undefined} onClose={close} title="Run images again" centered>
      {choice && <Preview job={job} choice={choice} close={close} />}
    </Modal>
  );
}

function Preview({ job, choice, close }: RetryDialogProps & { readonly choice: RetryChoice }) {
  const { retry } = useControl(job.job_id);
  const preview = useQuery({
    queryKey: ['job', job.job_id, 'retry', choice],
    queryFn: () => countAgain(job.job_id, choice),
    gcTime: 0,
  });
  const confirm = () => {
    close();
    retry.mutate(choice);
  };
  return (
    <Answer query={preview}>
      {(found) => (
        <Stack>
          <Text>
            {counted(found.images, 'image')} of {counted(found.stores, 'store')} will be measured anew, as run{' '}
            {job.run + 1} of job {job.job_id}. All other results stay, and so do those of earlier runs.
          </Text>
          <Reasons found={found} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button onClick={confirm} disabled={found.images === 0} data-autofocus>
              Run {counted(found.images, 'image')} again
            </Button>
          </Group>
        </Stack>
      )}
    </Answer>
  );
}

function Reasons({ found }: { readonly found: Schema<'RetryPreviewDto'> }) {
  const rows = found.by_code.map(({ code, images }) => [adviceFor(code).what, images] as const);
  if (found.cancelled > 0) rows.push(['Cancelled', found.cancelled]);
  return (
    <Table verticalSpacing={4} aria-label="Images that would run again">
      <Table.Tbody>
        {rows.map(([what, images]) => (
          <Table.Tr key={what}>
            <Table.Td>{what}</Table.Td>
            <Table.Td ta="right">{count(images)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

async function countAgain(jobId: string, choice: RetryChoice): Promise<Schema<'RetryPreviewDto'>> {
  const body = { ...choice, dry_run: true };
  const answer = await content(api.POST('/api/jobs/{id}/retry', { params: { path: { id: jobId } }, body }));
  if (!answer.dry_run) throw new Error('The service ran the images instead of counting them.');
  return answer;
}
