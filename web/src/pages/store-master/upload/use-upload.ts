import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Schema } from '../../../api/client.js';
import { queryClient } from '../../../data/query-client.js';
import { tellDone } from '../../../parts/toasts.js';
import { sayChanges } from '../counts.js';
import { MaybeLoadedError, sendFile } from './send-file.js';

/** What is chosen: the file, and how it is to be merged. */
export interface Choice {
  readonly file: File;
  readonly deactivateMissing: boolean;
  readonly allowRejects: boolean;
}

export type Upload = ReturnType<typeof useUpload>;

/**
 * A file on its way into the Store Master: it is counted as soon as it is chosen, and loaded when somebody says so.
 * Counting always passes bad rows over, so that one look tells all of them and what the good ones would change.
 */
export function useUpload() {
  const [choice, setChoice] = useState<Choice>();
  const [share, setShare] = useState(0);
  // Of the file that is chosen; stays in sight while it is counted again.
  const [counts, setCounts] = useState<Schema<'StoreImportDto'>>();
  const running = useRef<AbortController>(undefined);

  const send = ({ file, deactivateMissing, allowRejects }: Choice, isDryRun: boolean) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setShare(0);
    const options = { isDryRun, deactivateMissing, allowRejects: isDryRun || allowRejects };
    return sendFile(file, options, setShare, control.signal);
  };
  const count = useMutation({ mutationFn: (chosen: Choice) => send(chosen, true), onSuccess: setCounts });
  const load = useMutation({
    mutationFn: (chosen: Choice) => send(chosen, false),
    onSuccess: (done) => {
      tellLoaded(done);
      // The list of stores is a part of nearly everything there is to see.
      void queryClient.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof MaybeLoadedError) void queryClient.invalidateQueries();
    },
  });

  const choose = (next: Choice) => {
    if (next.file !== choice?.file) setCounts(undefined);
    setChoice(next);
    load.reset();
    count.mutate(next);
  };
  const forget = () => {
    running.current?.abort();
    setChoice(undefined);
    setCounts(undefined);
    count.reset();
    load.reset();
  };
  return { choice, share, counts, count, load, choose, forget, allow };

  /** Whether bad rows stop the rest makes no difference to what was counted. */
  function allow(allowRejects: boolean) {
    if (choice) setChoice({ ...choice, allowRejects });
  }
}

function tellLoaded(done: Schema<'StoreImportDto'>): void {
  tellDone(
    `Loaded ${done.file_name}: ${sayChanges(done)}. To take it back, load the file you had before; nothing else can.`,
  );
}
