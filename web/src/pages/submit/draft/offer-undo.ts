import { tellDone } from '../../../parts/toasts.js';

let offered: (() => void)[] = [];

/** Tells what was done to the draft, and offers to take it back for as long as the draft is not sent. */
export function offerUndo(message: string, undo: () => void): void {
  offered.push(tellDone(message, undo));
}

/** What was taken out of a draft that is on its way has no place in the next one. */
export function withdrawUndo(): void {
  for (const withdraw of offered) withdraw();
  offered = [];
}
