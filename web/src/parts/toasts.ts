import { notifications } from '@mantine/notifications';
import { createElement, type ReactNode } from 'react';
import { UndoMessage } from './undo-message.js';

const UNDO_MS = 10_000;

/** Tells that something was done. @param undo what takes it back; offered for ten seconds */
export function tellDone(message: string, undo?: () => void | Promise<unknown>): void {
  if (!undo) {
    notifications.show({ message, color: 'green' });
    return;
  }
  const id = crypto.getRandomValues(new Uint32Array(1)).join();
  const takeBack = () => {
    notifications.hide(id);
    Promise.resolve(undo()).catch((error: unknown) => tellProblem(error));
  };
  const content: ReactNode = createElement(UndoMessage, { message, undo: takeBack });
  notifications.show({ id, message: content, color: 'green', autoClose: UNDO_MS });
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
