import type { Command } from './command.js';
import { cancel } from './commands/cancel.js';
import { exportResults } from './commands/export.js';
import { list } from './commands/list.js';
import { pause, resume } from './commands/pause.js';
import { retry } from './commands/retry.js';
import { status } from './commands/status.js';
import { submit } from './commands/submit.js';

/** In the order people need them. */
export const COMMANDS: readonly Command[] = [
  submit,
  status,
  list,
  pause,
  resume,
  cancel,
  retry,
  exportResults,
];
