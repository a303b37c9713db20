import { queriesOf, searchedStores } from './support/labelled.mjs';
import { FUSE_SETTINGS, searchByFuse } from './support/fuse-search.mjs';
import { answersTo, bestSettings, qualityOf } from './support/ranking.mjs';
import { TRIGRAM_SETTINGS, searchByTrigrams } from './support/trigrams.mjs';

/** Are the right stores found first? Beside plain pg_trgm and Fuse.js, both set as does best on the tuning half. */
export async function searchQuality({ scene, say }) {
  const stores = await searchedStores();
  const database = await scene.database();
  await load(database, stores);
  const sides = { 'plain pg_trgm': searchByTrigrams(database), 'Fuse.js': searchByFuse(stores) };
  const settings = { 'plain pg_trgm': TRIGRAM_SETTINGS, 'Fuse.js': FUSE_SETTINGS };
  const tuning = await queriesOf('tuning');
  const heldout = await queriesOf('heldout');
  const rows = [];
  for (const [side, searchWith] of Object.entries(sides)) {
    const best = await bestSettings(settings[side], searchWith, tuning);
    say(`${side} does best with ${JSON.stringify(best)}`);
    for (const [split, queries] of Object.entries({ tuning, heldout })) {
      const { mrr, recall } = qualityOf(await answersTo(queries, searchWith(best)));
      rows.push({ name: `MRR of ${side}, ${split}`, unit: '', ours: mrr });
      rows.push({ name: `recall@10 of ${side}, ${split}`, unit: '', ours: recall });
    }
  }
  return rows;
}

async function load(database, stores) {
  await database.query('DELETE FROM stores');
  await database.query(
    `INSERT INTO stores (id, name, area_code)
     SELECT id, name, area FROM json_to_recordset($1) AS store (id text, name text, area text)`,
    [JSON.stringify(stores)],
  );
  await database.query('ANALYZE stores');
}
