import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, content } from '../../data/api.js';
import { count, counted } from '../../parts/text.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';
import { MAX_IDS, openIds, type Choice } from './choice.js';
import { Dialog } from './dialog.js';
import type { Job, JobFilter } from './job-filter.js';
import { openJobIds } from './jobs-request.js';

interface CancelDialogProps {
  readonly choice: Choice;
  readonly filter: JobFilter;
  readonly rows: readonly Job[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Preview {
  /** The jobs that are cancelled; to undo that must not run any other. */
  readonly ids: readonly string[];
  readonly jobs: number;
  readonly images: number;
  /** Ticked jobs that have ended. */
  readonly settled: number;
}

/** Asks whether many jobs shall be cancelled, and does it. */
export function CancelDialog({ choice, filter, rows, onClose, onDone }: CancelDialogProps) {
  // What is confirmed is what was counted, whatever ends meanwhile.
  const [asked] = useState(() => (choice === 'all' ? choice : openIds(choice.ids, rows)));
  const ended = choice === 'all' || asked === 'all' ? 0 : choice.ids.size - asked.length;
  const preview = useQuery({
    queryKey: ['cancel-preview', asked === 'all' ? filter : asked],
    queryFn: ({ signal }) => previewOf(asked, filter, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const cancel = useMutation({
    mutationFn: ({ ids }: Preview) =>
      content(api.POST('/api/jobs/cancel', { body: { filter: { job_ids: [...ids] } } })),
    onSuccess: (answer, { ids }) => {
      const { jobs, images } = answer;
      const done = `${counted(jobs, 'job')} cancelled, with ${counted(images, 'image')}.`;
      if (jobs === 0) tellDone('All of these jobs had ended already.');
      // Which of them had ended is not told, and somebody else may have cancelled those.
      else if (answer.dry_run || answer.skipped > 0) tellDone(done);
      else tellDone(`${done} Undo runs the cancelled images of these jobs again.`, () => runAgain(ids));
      onDone();
    },
    onError: tellProblem,
  });
  const mayBeDone = ({ jobs, ids }: Preview) => jobs > 0 && ids.length <= MAX_IDS;
  return (
    <Dialog
      title="Cancel jobs"
      onClose={onClose}
      preview={preview}
      confirm={(counts) =>
        mayBeDone(counts) && (
          <Button color="red.9" loading={cancel.isPending} onClick={() => cancel.mutate(counts)}>
            Cancel {counted(counts.jobs, 'job')}
          </Button>
        )
      }
    >
      {(counts) => <Counts {...counts} settled={counts.settled + ended} />}
    </Dialog>
  );
}

function Counts({ ids, jobs, images, settled }: Preview) {
  if (ids.length > MAX_IDS) {
    return (
      <Text>
        More than {count(MAX_IDS)} jobs fit, too many to cancel at once. Narrow the list, by the time of
        submission for example, and cancel them part by part.
      </Text>
    );
  }
  if (jobs === 0) return <Text>All of these jobs have ended; there is nothing to cancel.</Text>;
  return (
    <Stack gap="sm">
      <Text>
        <b>{counted(jobs, 'job')}</b> would end now, and <b>{counted(images, 'image')}</b> without a result
        would not be measured. Results that are there stay.
      </Text>
      {settled > 0 && (
        <Text size="sm" c="dimmed">
          {counted(settled, 'job')} that {settled === 1 ? 'has' : 'have'} ended {settled === 1 ? 'is' : 'are'}{' '}
          skipped.
        </Text>
      )}
    </Stack>
  );
}

async function previewOf(
  asked: readonly string[] | 'all',
  filter: JobFilter,
  signal: AbortSignal,
): Promise<Preview> {
  const ids = asked === 'all' ? await openJobIds(filter, MAX_IDS, signal) : [...asked];
  if (ids.length === 0 || ids.length > MAX_IDS) return { ids, jobs: 0, images: 0, settled: 0 };
  const body = { filter: { job_ids: ids }, dry_run: true };
  const answer = await content(api.POST('/api/jobs/cancel', { body, signal }));
  const { jobs, images } = answer;
  return { ids, jobs, images, settled: answer.dry_run ? answer.settled : 0 };
}

/** Images that failed before somebody cancelled their job stay failed. */
async function runAgain(ids: readonly string[]): Promise<void> {
  const body = { filter: { job_ids: [...ids], states: ['cancelled' as const] } };
  const answer = await content(api.POST('/api/jobs/retry', { body }));
  if (!answer.dry_run) tellDone(`${counted(answer.images, 'cancelled image')} will run again.`);
}
