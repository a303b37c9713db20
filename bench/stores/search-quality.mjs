import { searchByFuse, FUSE_SETTINGS } from './support/fuse-search.mjs';
import { queriesOf, searchedStores } from './support/labelled.mjs';
import { answersTo, bestSettings, qualityOf } from './support/ranking.mjs';
import { StoreService } from './support/store-service.mjs';
import { searchByTrigrams, TRIGRAM_SETTINGS } from './support/trigrams.mjs';

/** What is to be reached on the held-out half. */
const MARK_MRR = 0.95;
/** What is missing to 1 is at most this share of what the better of the two misses. */
const MARK_MISSING = 0.5;
/**
 * From here on a hit is said to be the one that is meant (see `score` in the API). A query that no store answers counts as
 * right when its best hit stays below.
 */
const SURE = 0.8;

/** Are the right stores found first? Beside plain pg_trgm and Fuse.js, both set as does best on the tuning half. */
export async function searchQuality({ scene, say }) {
  const stores = await searchedStores();
  const service = await StoreService.start(scene);
  await service.load(stores);

  const tuning = await queriesOf('tuning');
  const heldout = await queriesOf('heldout');
  const trigrams = searchByTrigrams(service.database);
  const fuse = searchByFuse(stores);
  const best = {
    'plain pg_trgm': trigrams(await bestSettings(TRIGRAM_SETTINGS, trigrams, tuning, say)),
    'Fuse.js': fuse(await bestSettings(FUSE_SETTINGS, fuse, tuning, say)),
  };
  const sides = { ours: (query) => service.search(query), ...best };
  const rows = [];
  for (const [split, queries] of Object.entries({ tuning, heldout })) {
    const answers = {};
    for (const [side, search] of Object.entries(sides)) answers[side] = await answersTo(queries, search);
    rows.push(...rowsOf(split, answers));
  }
  return rows;
}

function rowsOf(split, { ours, ...others }) {
  const marked = (mark) => (split === 'heldout' ? mark : {});
  const row = (name, figure, mark = {}) => ({ name: `${name}, ${split}`, unit: '', ours: figure, ...mark });
  const { mrr, recall } = qualityOf(ours);
  const rivals = Object.entries(others).map(([side, answers]) => ({ side, ...qualityOf(answers) }));
  const missing = { ours: 1 - mrr, reference: 1 - Math.max(...rivals.map((rival) => rival.mrr)) };
  const kinds = [...new Set(ours.map(({ query }) => query.kind))].filter((kind) => kind !== 'none');
  return [
    row('MRR', mrr, marked({ atLeast: MARK_MRR })),
    ...rivals.map((rival) => row(`MRR of ${rival.side}`, rival.mrr)),
    {
      name: `MRR missing to 1 / to the better of the two, ${split}`,
      unit: '',
      ...missing,
      ratio: missing.ours / missing.reference,
      ...marked({ atMost: MARK_MISSING }),
    },
    row('recall@10', recall),
    ...rivals.map((rival) => row(`recall@10 of ${rival.side}`, rival.recall)),
    row('no store is meant, and none is sure', unsure(ours)),
    ...kinds.map((kind) =>
      row(`MRR, ${kind}`, qualityOf(ours.filter(({ query }) => query.kind === kind)).mrr),
    ),
  ];
}

function unsure(answers) {
  const none = answers.filter(({ query }) => query.kind === 'none');
  return none.filter(({ hits }) => (hits[0]?.score ?? 0) < SURE).length / none.length;
}
