import { useSyncExternalStore } from 'react';

/** Who still wants an answer has asked again by then: 30 s for the time-out, 10 s of pause, and some. */
const FORGET_MS = 45_000;

const LATE = 'The service takes long to answer.';

/** What cannot be asked right now: a sentence, and the timer that forgets it when nobody asks any more. */
interface Failure {
  readonly sentence: string;
  readonly isAway: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
}

const failures = new Map<string, Failure>();
let trouble: string | null = null;
const listeners = new Set<() => void>();
let reachedAt = Date.now();

/** The service did not answer at all. @param path what was asked */
export function away(path: string): void {
  fail(path, 'The service cannot be reached.', true);
}

/** The service has not answered so far, and still may. @param path what was asked */
export function late(path: string): void {
  // What is known to be worse stays known.
  if (!failures.has(path)) fail(path, LATE, false);
}

/** The service is there, but could not answer. @param path what was asked */
export function unable(path: string): void {
  fail(path, 'The service cannot answer right now.', false);
}

/**
 * The service answered, whatever it said: it is not away. What else it could not answer stays so
 * until that is answered, as some answers need no database and others do.
 */
export function reached(path: string): void {
  reachedAt = Date.now();
  for (const [failed, { isAway }] of [...failures]) {
    if (isAway || failed === path) forget(failed);
  }
  tell();
}

/** Nobody waits for the answer any more, as on another page; that it took long matters no more. */
export function leave(path: string): void {
  if (failures.get(path)?.sentence !== LATE) return;
  forget(path);
  tell();
}

/** Calls back whenever all can be asked again after a trouble. */
export function onRecovery(listener: () => void): () => void {
  let before = trouble;
  return subscribe(() => {
    if (before !== null && trouble === null) listener();
    before = trouble;
  });
}

/** What keeps the page from its service right now, in a sentence; null while all is well. */
export function troubleNow(): string | null {
  return trouble;
}

/** For how long nothing was heard of the service, in milliseconds. */
export function quietMs(): number {
  return Date.now() - reachedAt;
}

export function useTrouble(): string | null {
  return useSyncExternalStore(subscribe, troubleNow);
}

function fail(path: string, sentence: string, isAway: boolean): void {
  forget(path);
  const timer = setTimeout(() => {
    forget(path);
    tell();
  }, FORGET_MS);
  failures.set(path, { sentence, isAway, timer });
  tell();
}

function forget(path: string): void {
  clearTimeout(failures.get(path)?.timer);
  failures.delete(path);
}

function tell(): void {
  const known = [...failures.values()];
  const next = (known.find(({ isAway }) => isAway) ?? known[0])?.sentence ?? null;
  if (trouble === next) return;
  trouble = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
