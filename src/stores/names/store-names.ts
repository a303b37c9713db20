import { Likeness } from './likeness.js';
import { NameReader } from './name-reader.js';
import { spellingTable } from './spelling-table.js';

/** How this service reads and compares names. */
export interface StoreNames {
  readonly reader: NameReader;
  readonly likeness: Likeness;
}

let made: StoreNames | undefined;

/** One for the process: what was read once is known to everybody in it. */
export function storeNames(): StoreNames {
  return (made ??= { reader: new NameReader(spellingTable()), likeness: new Likeness(spellingTable()) });
}
