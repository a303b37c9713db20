/** The three measures of pg_trgm. `q` is the query; the operator is what its GIN index helps. */
const MEASURES = {
  similarity: { condition: 'name % $1', measure: 'similarity(name, $1)' },
  word_similarity: { condition: '$1 <% name', measure: 'word_similarity($1, name)' },
  strict_word_similarity: { condition: '$1 <<% name', measure: 'strict_word_similarity($1, name)' },
};

/** Everything plain pg_trgm can be set to: what it measures, and below which value it is no hit. */
export const TRIGRAM_SETTINGS = Object.keys(MEASURES).flatMap((measure) =>
  [0.1, 0.3, 0.5].map((threshold) => ({ measure, threshold })),
);

/** Plain pg_trgm over the names as they are, by its index. @param {import('../../support/database.mjs').Database} database */
export function searchByTrigrams(database) {
  return ({ measure, threshold }) => {
    const sql = MEASURES[measure];
    const text = `SELECT id, ${sql.measure} AS score FROM stores
      WHERE ${sql.condition} AND ($2::text IS NULL OR area_code = $2) ORDER BY score DESC, id LIMIT 10`;
    let isSet = false;
    return async ({ text: q, area }) => {
      if (!isSet) await database.query(`SET pg_trgm.${measure}_threshold = ${threshold}`);
      isSet = true;
      return (await database.query(text, [q, area ?? null])).rows;
    };
  };
}
