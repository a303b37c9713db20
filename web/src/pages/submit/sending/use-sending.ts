import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { counted } from '../../../parts/text.js';
import { withoutWay, type Draft, type Way } from '../draft/draft.js';
import { withdrawUndo } from '../draft/offer-undo.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import { keyFor } from './content-key.js';
import { extrasOf, optionProblems } from './options.js';
import { ASK_AGAIN, sendJob, type Parcel } from './send-job.js';
import { withExtras, type Prepared } from './submission.js';
import { useArrival } from './use-arrival.js';
import { useJobLimit } from './use-job-limit.js';

export interface Sending {
  readonly submit: () => void;
  readonly isPending: boolean;
  /** Images a job may have; Infinity where nobody can tell. */
  readonly limit: number;
  readonly isTooLarge: boolean;
  /** An answer was lost and is asked for again. */
  readonly isAskingAgain: boolean;
  /** Why the service did not take what is there right now. */
  readonly refusal: Error | null;
  /** Times somebody wanted to send what cannot be sent: what is missing counts as a mistake from then on. */
  readonly failedTries: number;
}

interface Sent extends Parcel {
  readonly draft: Draft;
  readonly images: number;
}

/** Sends what one of the ways has made, and goes to its job. */
export function useSending(way: Way, prepared: Prepared): Sending {
  const draft = useDraft();
  const { arrived, failed } = useArrival();
  const limit = useJobLimit();
  const { images } = prepared.size;
  const isTooLarge = images > limit;
  const queryClient = useQueryClient();
  const isUnderWay = useRef(false);
  const [sent, setSent] = useState<typeof draft>();
  const [failedTries, setFailedTries] = useState(0);
  const { mutate, isPending, failureCount, error } = useMutation({
    mutationFn: ({ text, key }: Sent) => sendJob({ text, key }),
    ...ASK_AGAIN,
    onSuccess: (jobId, { draft: gone, images: n }) => {
      // The answer may come late, when the next job is being put together.
      changeDraft((now) => (isSame(now, gone, way) ? withoutWay(now, way) : {}));
      arrived(jobId, `Job ${jobId} is on its way: ${counted(n, 'image')}.`);
    },
    onError: failed,
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  const submit = () => {
    // A double click comes before the page has been drawn with a button that does nothing.
    if (isUnderWay.current || prepared.isBusy || isTooLarge) return;
    const hasOddOptions = Object.keys(optionProblems(draft.options)).length > 0;
    if (prepared.isEmpty || prepared.problems > 0 || hasOddOptions) {
      setFailedTries(failedTries + 1);
      // Somebody may have mended the Store Master instead.
      void queryClient.invalidateQueries({ queryKey: ['stores', 'check'] });
      return;
    }
    isUnderWay.current = true;
    const text = JSON.stringify(withExtras(prepared.body(), extrasOf(draft.options)));
    const key = keyFor(text, draft.key);
    changeDraft({ key });
    withdrawUndo();
    setSent(draft);
    mutate({ text, key: key.key, draft, images });
  };
  return {
    submit,
    isPending,
    limit,
    isTooLarge,
    isAskingAgain: isPending && failureCount > 0,
    // What was said of a content is not true of another one.
    refusal: sent && isSame(sent, draft, way) && !isPending ? error : null,
    failedTries,
  };
}

function isSame(one: Draft, other: Draft, way: Way): boolean {
  return one[way] === other[way] && one.options === other.options;
}
