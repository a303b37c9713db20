import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { tellDone } from '../../../parts/toasts.js';
import { counted } from '../../../parts/text.js';
import { withoutWay, type Way } from '../draft/draft.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import { keyFor } from './content-key.js';
import { extrasOf, optionProblems } from './options.js';
import { ASK_AGAIN, sendJob } from './send-job.js';
import { withExtras, type Prepared } from './submission.js';

export interface Sending {
  readonly submit: () => void;
  readonly isPending: boolean;
  /** An answer was lost and is asked for again. */
  readonly isAskingAgain: boolean;
  /** Why the service did not take what is there right now. */
  readonly refusal: Error | null;
  /** Times somebody wanted to send what cannot be sent: what is missing counts as a mistake from then on. */
  readonly failedTries: number;
}

/** Sends what one of the ways has made, and goes to its job. */
export function useSending(way: Way, prepared: Prepared): Sending {
  const draft = useDraft();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isUnderWay = useRef(false);
  const [sent, setSent] = useState<typeof draft>();
  const [failedTries, setFailedTries] = useState(0);
  const { mutate, isPending, failureCount, error } = useMutation({
    mutationFn: sendJob,
    ...ASK_AGAIN,
    onSuccess: (jobId) => {
      changeDraft((now) => withoutWay(now, way));
      tellDone(`Job ${jobId} is on its way: ${counted(prepared.size.images, 'image')}.`);
      void navigate(`/jobs/${jobId}`);
    },
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  const submit = () => {
    // A double click comes before the page has been drawn with a button that does nothing.
    if (isUnderWay.current || prepared.isBusy) return;
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
    setSent(draft);
    mutate({ text, key: key.key });
  };
  // What was said of a content is not true of another one.
  const isTheSame = sent?.[way] === draft[way] && sent?.options === draft.options;
  return {
    submit,
    isPending,
    isAskingAgain: isPending && failureCount > 0,
    refusal: isTheSame && !isPending ? error : null,
    failedTries,
  };
}
