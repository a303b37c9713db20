import type pg from 'pg';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Categoriser } from '../categories/categoriser.js';
import type { Judgement } from '../categories/judgement.js';
import { keysOf } from '../names/name-keys.js';
import { storeNames } from '../names/store-names.js';
import { arrayText, copyLine } from './copy-text.js';

/** Names read at once: some 20 ms of our only thread. */
const BATCH = 1_000;
/**
 * An import makes the keys of so many names itself: about 1 s of work. Those of all others are
 * left to the background; for a million they were a third of the import.
 */
const KEYED_AT_ONCE = 20_000;

const NOT_CATEGORISED: Judgement = { category: 'unknown', confidence: 0, reason: '', source: 'none' };

export const CREATE_READ_NAMES = `
  CREATE TEMPORARY TABLE read_names (
    id text NOT NULL,
    keys text[],
    category text NOT NULL,
    category_confidence real NOT NULL,
    category_reason text NOT NULL,
    category_source text NOT NULL
  ) ON COMMIT DROP`;

/** Stores that are new, or have another name or area. All others are known as they are, which makes most of a file cheap. */
const FIND_NEW_NAMES = `
  DECLARE new_names NO SCROLL CURSOR FOR
  SELECT staged.id, staged.name, staged.area_code FROM staged_stores staged LEFT JOIN stores known ON known.id = staged.id
  WHERE staged.accepted AND (known.name, known.area_code) IS DISTINCT FROM (staged.name, staged.area_code)`;

interface NewName {
  readonly id: string;
  readonly name: string;
  readonly area_code: string;
}

/**
 * Reads the names that the staged stores bring into `read_names`: what kind of shop they tell of, and what they are found by.
 *
 * @param categoriser undefined while there are no rules; the stores get their categories when there are
 * @returns whether all have their keys; when they are too many, only the first of them do
 */
export async function readNewNames(
  client: pg.Client,
  categoriser: Categoriser | undefined,
): Promise<boolean> {
  let count = 0;
  await client.query(FIND_NEW_NAMES);
  for (let names = await fetch(client); names.length > 0; names = await fetch(client)) {
    count += names.length;
    const isKeyed = count <= KEYED_AT_ONCE;
    const lines = names.map((name) => lineOf(name, categoriser, isKeyed)).join('');
    await pipeline(Readable.from([lines]), client.query(copyFrom('COPY read_names FROM STDIN')));
  }
  await client.query('CLOSE new_names');
  await client.query('ANALYZE read_names');
  return count <= KEYED_AT_ONCE;
}

async function fetch(client: pg.Client): Promise<NewName[]> {
  return (await client.query<NewName>(`FETCH ${BATCH} FROM new_names`)).rows;
}

function lineOf(
  { id, name, area_code }: NewName,
  categoriser: Categoriser | undefined,
  isKeyed: boolean,
): string {
  const keys = isKeyed ? arrayText(keysOf(storeNames().reader, name, area_code)) : undefined;
  const { category, confidence, reason, source } = categoriser?.categorise(name) ?? NOT_CATEGORISED;
  return copyLine([id, keys, category, confidence, reason, source]);
}
