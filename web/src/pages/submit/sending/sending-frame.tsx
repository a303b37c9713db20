import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTitle } from '../../../app/page-title.js';
import { counted } from '../../../parts/text.js';
import type { Way } from '../draft/draft.js';
import classes from './sending-frame.module.css';
import type { Prepared } from './submission.js';
import { SummaryCard } from './summary-card.js';
import type { Sending } from './use-sending.js';

interface SendingFrameProps {
  readonly way: Way;
  readonly prepared: Prepared;
  readonly sending: Sending;
  /** Where the visits are put together. */
  readonly children: ReactNode;
}

/** One of the ways to put a job together, next to what will be sent. */
export function SendingFrame({ way, prepared, sending, children }: SendingFrameProps) {
  const { images } = prepared.size;
  usePageTitle(images > 0 && counted(images, 'image'), 'Submit');
  useHotkeys([['mod+Enter', sending.submit]], []);
  const editor = useFirstMistake(sending.failedTries);
  return (
    <div className={classes.frame}>
      <div ref={editor} inert={sending.isPending} className={classes.editor}>
        {children}
      </div>
      <div className={classes.aside}>
        <SummaryCard way={way} prepared={prepared} sending={sending} />
      </div>
    </div>
  );
}

/** The cursor goes to where something has to be mended, each time it could not be sent. */
function useFirstMistake(failedTries: number) {
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failedTries === 0) return;
    const mistake = editor.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistake]');
    (mistake ?? editor.current?.querySelector<HTMLElement>('input, textarea, button'))?.focus();
  }, [failedTries]);
  return editor;
}
