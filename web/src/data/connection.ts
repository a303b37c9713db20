import { useSyncExternalStore } from 'react';

let trouble: string | null = null;
const listeners = new Set<() => void>();

/** The service did not answer. @param sentence what to tell people */
export function unreachable(sentence: string): void {
  set(sentence);
}

/** The service answered, whatever it said. */
export function reached(): void {
  set(null);
}

/** Calls back whenever the service can be reached again after a trouble. */
export function onRecovery(listener: () => void): () => void {
  let before = trouble;
  return subscribe(() => {
    if (before !== null && trouble === null) listener();
    before = trouble;
  });
}

/** What keeps the page from its service right now, in a sentence; null while all is well. */
export function useTrouble(): string | null {
  return useSyncExternalStore(subscribe, () => trouble);
}

function set(next: string | null): void {
  if (trouble === next) return;
  trouble = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
