import type { ApiClient } from '../web/src/api/client.js';
import type { Arguments } from './arguments.js';
import type { Settings } from './settings.js';

/** One thing the command line can do. */
export interface Command {
  readonly name: string;
  /** What has to be named, in order: `['job']`. */
  readonly places: readonly string[];
  /** One line. */
  readonly summary: string;
  /** What the summary leaves out; shown by the command's own help. */
  readonly detail?: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  /** @returns the exit code */
  run(given: Arguments, surroundings: Surroundings): Promise<number>;
}

export interface Option {
  /** What stands for its value in the help; without one the option is a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly multiple?: true;
  /** One letter that means the same. */
  readonly short?: string;
  readonly about: string;
}

export interface Surroundings {
  readonly api: ApiClient;
  readonly settings: Settings;
  /** Results; one line. */
  readonly print: (line: string) => void;
  /** What goes on, and what is wrong; one line that no program reads. */
  readonly tell: (line: string) => void;
}
