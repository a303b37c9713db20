import type { Bind } from '../store-condition.js';
import { narrowing } from '../store-search.sql.js';
import type { StoreFilter } from '../stores.repository.js';
import type { Arm, CandidatePlan } from './candidate-plan.js';

/** Words that begin alike; the commonest of them are looked for. */
const BEGINNINGS = 40;
const SAME_SKELETON = 60;
const NEAR = 200;
/** Stores that are read in the order of their ids when a word is in a great part of them. */
const READ_THROUGH = 10_000;
/** Stores with such a word that are looked at when the filter is so narrow that too few of the others fit. */
const READ_BY_INDEX = 20_000;
/** Stores of which the shortest names are chosen, or of those that sound the same the most alike. */
const CHOSEN_FROM = 2_000;
const OF_KIND = 50;
/** What is compared of all that the arms bring: each takes about 0.1 ms of the event loop. */
const MAX_COMPARED = 500;

/** Known words and the number of stores that have them. Parameters: exact, near, skeletons, beginning. */
export const KNOWN_WORDS = `
  SELECT word, stores FROM store_words WHERE word = ANY($1::text[]) AND stores > 0
  UNION (
    SELECT word, stores FROM store_words WHERE near && $2::text[] AND stores > 0
    ORDER BY stores DESC, word LIMIT ${NEAR}
  )
  UNION (
    SELECT word, stores FROM store_words
    WHERE skeleton IN (SELECT word_skeleton(wanted) FROM unnest($3::text[]) AS wanted) AND length(skeleton) > 1 AND stores > 0
    ORDER BY stores DESC, word LIMIT ${SAME_SKELETON}
  )
  UNION (
    SELECT word, stores FROM store_words
    WHERE $4 <> '' AND word >= $4 AND word < $4 || '~' AND stores > 0
    ORDER BY stores DESC, word LIMIT ${BEGINNINGS}
  )`;

/** Which stores an answer may have. */
export type SearchFilter = Pick<StoreFilter, 'areaCode' | 'category' | 'group'>;

/** What else a question asks for. */
export interface Wanted {
  readonly text: string;
  /** Stores that are candidates anyway. */
  readonly ids: readonly string[];
  /** Categories of which some stores are candidates anyway. */
  readonly kinds: readonly string[];
  readonly filter: SearchFilter;
}

/** What all parts of a statement have in common. */
interface Frame {
  readonly bind: Bind;
  /** Of a row of `stores`, as `store`: whether it fits the filter. */
  readonly fits: string;
  /** From `store_names` to the stores that fit; empty without a filter, when they need not be looked at. */
  readonly join: string;
}

/**
 * A statement for the whole plan, with its parameters. When the arms bring too many, those stay that most arms bring, and
 * of these the ones with rarer words.
 */
export function candidatesSql(
  { whole, arms }: CandidatePlan,
  { text, ids, kinds, filter }: Wanted,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = narrowing(filter, 'store', bind);
  if (filter.areaCode !== undefined) conditions.push(`store.area_code = ${bind(filter.areaCode)}`);
  const fits = ['true', ...conditions].join(' AND ');
  const join = conditions.length > 0 ? `JOIN stores store ON id = store_id AND ${fits}` : '';
  const frame = { bind, fits, join };
  const brought = arms.map((arm, nth) => `(SELECT store_id, ${nth} AS nth FROM ${sourceOf(arm, frame)})`);
  const parts = [
    `SELECT unnest(${bind(ids)}::text[]) AS store_id`,
    wholeSql(whole, text, frame),
    ...kinds.map((kind) => kindSql(kind, frame)),
  ];
  if (brought.length > 0)
    parts.push(`(SELECT store_id FROM (${brought.join(' UNION ALL ')}) AS brought
      GROUP BY store_id ORDER BY count(*) DESC, min(nth), store_id LIMIT ${MAX_COMPARED})`);
  const statement = `
    WITH candidates AS (${parts.join(' UNION ')})
    SELECT id, name, area_code AS "areaCode", active, category
    FROM candidates JOIN stores store ON id = store_id AND ${fits}`;
  return { text: statement, values };
}

/** Names that sound like the whole text; of many, those that are written most like it. */
function wholeSql(whole: Arm, text: string, { bind, fits }: Frame): string {
  return `(SELECT store_id FROM (
      SELECT store_id, name, active FROM store_names JOIN stores store ON id = store_id AND ${fits}
      WHERE ${hasKeys(whole, bind)} LIMIT ${CHOSEN_FROM}
    ) AS named ORDER BY similarity(name, ${bind(text)}) DESC, active DESC, store_id LIMIT ${whole.limit})`;
}

/** Two kinds of shops in one question are seldom meant; that a name does not say what its shop sells is common. */
function kindSql(kind: string, { bind, fits }: Frame): string {
  return `(SELECT id FROM stores store WHERE category = ${bind(kind)} AND ${fits} ORDER BY id LIMIT ${OF_KIND})`;
}

/** The stores of an arm that fit the filter, to be selected from. */
function sourceOf(arm: Arm, { bind, fits, join }: Frame): string {
  const { limit, isCommon, shortFirst } = arm;
  const has = hasKeys(arm, bind);
  const indexed = `SELECT store_id, keys FROM store_names ${join} WHERE ${has}`;
  if (shortFirst)
    return `(${indexed} LIMIT ${CHOSEN_FROM}) AS found ORDER BY cardinality(keys), store_id LIMIT ${limit}`;
  if (!isCommon) return `(${indexed} LIMIT ${limit}) AS found`;
  // The index is asked only when reading through did not bring enough: the second part of an Append waits for the first.
  return `(SELECT store_id FROM (
      SELECT id FROM stores store WHERE ${fits} ORDER BY id LIMIT ${READ_THROUGH}
    ) AS nearby CROSS JOIN LATERAL (SELECT * FROM store_names WHERE store_id = id OFFSET 0) AS names WHERE ${has}
    UNION ALL SELECT store_id FROM (
      SELECT store_id FROM store_names WHERE ${has} LIMIT ${READ_BY_INDEX}
    ) AS indexed ${join}) AS found LIMIT ${limit}`;
}

function hasKeys({ groups }: Arm, bind: Bind): string {
  return groups.map((group) => `keys && ${bind(group)}::text[]`).join(' AND ');
}
