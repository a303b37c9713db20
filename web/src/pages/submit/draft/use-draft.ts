import { useSyncExternalStore } from 'react';
import { readDraft, writeDraft, type Draft } from './draft.js';

const PLACE = 'smp:submit';

/** A browser keeps about five million characters for a page. */
const MOST_TEXT = 1_500_000;
const WRITE_AFTER_MS = 300;

let draft: Draft | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** What is being put together; it outlives a reload of this tab, and a look at another page. */
export function useDraft(): Draft {
  return useSyncExternalStore(subscribe, current);
}

export function changeDraft(change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void {
  const before = current();
  draft = { ...before, ...(typeof change === 'function' ? change(before) : change) };
  for (const listener of [...listeners]) listener();
  clearTimeout(timer);
  timer = setTimeout(keep, WRITE_AFTER_MS);
}

window.addEventListener('pagehide', keep);

function current(): Draft {
  return (draft ??= readDraft(sessionStorage.getItem(PLACE)));
}

function keep(): void {
  clearTimeout(timer);
  if (!draft) return;
  try {
    sessionStorage.setItem(PLACE, writeDraft(draft, MOST_TEXT));
  } catch {
    // Larger than the browser keeps: better nothing than the text of long ago.
    sessionStorage.removeItem(PLACE);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
