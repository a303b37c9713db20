import { notifications } from '@mantine/notifications';
import { createElement, type ReactNode } from 'react';
import { UndoMessage } from './undo-message.js';

const UNDO_MS = 10_000;

/**
 * Tells that something was done.
 *
 * @param act what takes it back, or follows from it; offered for ten seconds
 * @param label of the button for that
 * @returns what takes the message away before its time
 */
export function tellDone(message: string, act?: () => void | Promise<unknown>, label = 'Undo'): () => void {
  const id = crypto.getRandomValues(new Uint32Array(1)).join();
  const hide = () => void notifications.hide(id);
  if (!act) {
    notifications.show({ id, message, color: 'green' });
    return hide;
  }
  const onClick = () => {
    hide();
    Promise.resolve(act()).catch((error: unknown) => tellProblem(error));
  };
  const content: ReactNode = createElement(UndoMessage, { message, label, onClick });
  notifications.show({ id, message: content, color: 'green', autoClose: UNDO_MS });
  return hide;
}

/** Tells that something could not be done, and why. */
export function tellProblem(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  notifications.show({
    title: 'That did not work',
    message,
    color: 'red',
    autoClose: UNDO_MS,
  });
}
