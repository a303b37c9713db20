import type { Command } from './command.js';
import { list } from './commands/list.js';
import { status } from './commands/status.js';
import { submit } from './commands/submit.js';

/** In the order people need them. */
export const COMMANDS: readonly Command[] = [submit, status, list];
