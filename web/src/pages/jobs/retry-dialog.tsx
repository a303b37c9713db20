import { Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import { count, counted } from '../../parts/text.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { narrowsImages, retryFilterOf, type Choice } from './choice.js';
import { Dialog } from './dialog.js';
import { queryOf, without, wordsOf, type JobFilter } from './job-filter.js';

type Preview = Schema<'BulkRetryPreviewDto'>;

/** Codes listed by name; the rest is one line. */
const SHOWN_CODES = 8;

interface RetryDialogProps {
  readonly choice: Choice;
  readonly filter: JobFilter;
  readonly onClose: () => void;
  readonly onStarted: (retryId: string) => void;
}

/** Asks whether failed and cancelled images of many jobs shall run again, and starts that. */
export function RetryDialog({ choice, filter, onClose, onStarted }: RetryDialogProps) {
  // What is confirmed is what was counted, whatever the clock says meanwhile.
  const [asked] = useState(() => retryFilterOf(choice, queryOf(filter, Date.now())));
  const preview = useQuery({
    queryKey: ['retry-preview', asked],
    queryFn: async ({ signal }) => {
      const body = { filter: asked, dry_run: true };
      return (await content(api.POST('/api/jobs/retry', { body, signal }))) as Preview;
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  const retry = useMutation({
    mutationFn: () => content(api.POST('/api/jobs/retry', { body: { filter: asked } })),
    onSuccess: (answer) => {
      if (answer.dry_run) return;
      tellDone(`${counted(answer.images, 'image')} of ${counted(answer.jobs, 'job')} will run again.`);
      onStarted(answer.retry_id);
    },
    onError: tellProblem,
  });
  return (
    <Dialog
      title="Retry failed and cancelled images"
      onClose={onClose}
      preview={preview}
      confirm={({ images }) =>
        images > 0 && (
          <Button loading={retry.isPending} onClick={() => retry.mutate()}>
            Retry {counted(images, 'image')}
          </Button>
        )
      }
    >
      {(counts) => <Counts counts={counts} filter={filter} />}
    </Dialog>
  );
}

function Counts({ counts, filter }: { readonly counts: Preview; readonly filter: JobFilter }) {
  const { jobs, images, stores, ongoing } = counts;
  const narrowed = wordsOf(without(filter, 'reference', 'label', 'period', 'from', 'to'));
  return (
    <Stack gap="sm">
      {images === 0 ? (
        <Text>None of these jobs has an image to run again.</Text>
      ) : (
        <Text>
          <b>{counted(images, 'image')}</b> of <b>{counted(jobs, 'job')}</b>, taken in{' '}
          {counted(stores, 'store')}, would be downloaded and measured again.
        </Text>
      )}
      {images > 0 && <ByCode counts={counts} />}
      {narrowsImages(filter) && (
        <Text size="sm" c="dimmed">
          Only images that the list is narrowed to: {narrowed.map(({ text }) => text).join(', ')}. Other
          images of these jobs stay as they are.
        </Text>
      )}
      {ongoing > 0 && (
        <Text size="sm" c="dimmed">
          {counted(ongoing, 'job')} still ongoing {ongoing === 1 ? 'is' : 'are'} skipped.
        </Text>
      )}
    </Stack>
  );
}

function ByCode({ counts: { by_code, cancelled } }: { readonly counts: Preview }) {
  const others = by_code.slice(SHOWN_CODES).reduce((sum, { images }) => sum + images, 0);
  const lines = [
    ...by_code.slice(0, SHOWN_CODES).map(({ code, images }) => [code, images] as const),
    ...(others > 0 ? [['Other codes', others] as const] : []),
    ...(cancelled > 0 ? [['Cancelled', cancelled] as const] : []),
  ];
  return (
    <Table aria-label="Images by what became of them" withTableBorder verticalSpacing={6}>
      <Table.Tbody>
        {lines.map(([name, images]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td ta="right">{count(images)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
