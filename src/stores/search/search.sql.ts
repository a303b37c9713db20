import type { Arm } from './candidate-plan.js';

/** Words that begin alike; the commonest of them are looked for. */
const BEGINNINGS = 40;
const SAME_SKELETON = 60;
/** Stores that are read in the order of their ids when a word is in a great part of them. */
const READ_THROUGH = 10_000;
const OF_KIND = 50;

/** Known words and the number of stores that have them. Parameters: exact, near, skeletons, beginning. */
export const KNOWN_WORDS = `
  SELECT word, stores FROM store_words WHERE word = ANY($1::text[]) AND stores > 0
  UNION SELECT word, stores FROM store_words WHERE near && $2::text[] AND stores > 0
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

/** What else a question asks for. */
export interface Wanted {
  /** Stores that are candidates anyway. */
  readonly ids: readonly string[];
  readonly category?: string;
  readonly areaCode?: string;
  /** Categories of which some stores are candidates anyway. */
  readonly kinds: readonly string[];
}

/** A statement for all arms together, with its parameters. */
export function candidatesSql(
  arms: readonly Arm[],
  { ids, category, areaCode, kinds }: Wanted,
): { text: string; values: unknown[] } {
  const values: unknown[] = [ids, category ?? null, areaCode ?? null];
  const has = (group: readonly string[]) => `keys && $${values.push(group)}::text[]`;
  const selects = arms.map(({ groups, limit, isCommon }) => {
    const from = isCommon
      ? `(SELECT store_id, keys FROM store_names ORDER BY store_id LIMIT ${READ_THROUGH}) AS names`
      : 'store_names AS names';
    const ofCategory = category === undefined ? '' : 'JOIN stores ON id = store_id AND category = $2';
    return `(SELECT store_id FROM ${from} ${ofCategory} WHERE ${groups.map(has).join(' AND ')} LIMIT ${limit})`;
  });
  // Two kinds of shops in one question are seldom meant; that a name does not say what its shop sells is common.
  const ofKind = kinds.map(
    (kind) => `(SELECT id FROM stores WHERE category = $${values.push(kind)}
      AND ($3::text IS NULL OR area_code = $3) ORDER BY id LIMIT ${OF_KIND})`,
  );
  const text = `
    WITH candidates AS (${['SELECT unnest($1::text[]) AS store_id', ...selects, ...ofKind].join(' UNION ')})
    SELECT id, name, area_code AS "areaCode", active, category
    FROM candidates JOIN stores ON id = store_id
    WHERE ($2::text IS NULL OR category = $2) AND ($3::text IS NULL OR area_code = $3)`;
  return { text, values };
}
