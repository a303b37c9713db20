import type { Schema } from '../../api/client.js';
import { count } from '../../parts/text.js';
import type { Tone } from '../../parts/state-badge.js';

/** What became, or would become, of the rows of a file. */
export type Counts = Pick<
  Schema<'StoreImportDto'>,
  'rows' | 'inserted' | 'updated' | 'unchanged' | 'rejected' | 'deactivated'
>;

export interface Kind {
  readonly of: keyof Counts;
  readonly word: string;
  readonly about: string;
  readonly tone: Tone;
}

/** In the order of the picture. */
export const KINDS: readonly Kind[] = [
  { of: 'inserted', word: 'New', about: 'not in the list so far', tone: 'good' },
  { of: 'updated', word: 'Changed', about: 'name, area, place or active again', tone: 'busy' },
  { of: 'unchanged', word: 'Unchanged', about: 'already as the file says', tone: 'off' },
  { of: 'deactivated', word: 'Deactivated', about: 'not in the file', tone: 'wait' },
  { of: 'rejected', word: 'Bad rows', about: 'left out', tone: 'bad' },
];

/** `12 new, 40 changed, 3 deactivated`; `no changes`. Bad rows are said elsewhere: they change nothing. */
export function sayChanges({ inserted, updated, deactivated }: Counts): string {
  const parts = [
    inserted > 0 && `${count(inserted)} new`,
    updated > 0 && `${count(updated)} changed`,
    deactivated > 0 && `${count(deactivated)} deactivated`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'no changes' : parts.join(', ');
}
