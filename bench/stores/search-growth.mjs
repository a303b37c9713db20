import { compare } from '../support/report.mjs';
import { takeTurns, timed } from '../support/turns.mjs';
import { madeStores, typedQueries } from './support/made-stores.mjs';
import { StoreService } from './support/store-service.mjs';
import { searchByTrigrams } from './support/trigrams.mjs';

const SMALL = 5_000;
/** Another number with SEARCH_STORES. A million take some minutes to load. */
const LARGE = Number(process.env.SEARCH_STORES ?? 1_000_000);
const QUERIES = 200;
/** Names that are asked for as they stand, of stores here and there. */
const EXACT = 200;
/** pg_trgm takes its time. */
const TRIGRAM_QUERIES = 40;
/** The default of pg_trgm: with a lower one it finds more, and takes longer still. */
const TRIGRAM_SETTING = { measure: 'similarity', threshold: 0.3 };
const TURNS = 3;

/** What a search costs when there are many more stores, and beside plain pg_trgm over the same names. */
export async function searchGrowth({ scene, say }) {
  const small = await loaded(scene, SMALL, say);
  const large = await loaded(scene, LARGE, say);
  const queries = await typedQueries(QUERIES);
  const trigrams = searchByTrigrams(large.service.database)(TRIGRAM_SETTING);
  const ofTrigrams = queries.filter((_, n) => n % Math.floor(QUERIES / TRIGRAM_QUERIES) === 0);
  const sides = {
    small: () => times(queries, (query) => small.service.search(query)),
    large: () => times(queries, (query) => large.service.search(query)),
    trigrams: () => times(ofTrigrams, trigrams),
  };
  await Promise.all([sides.small(), sides.large()]); // warms up
  const turns = await takeTurns(TURNS, sides);
  const p95 = Object.fromEntries(
    Object.entries(turns).map(([side, all]) => [side, percentile95(all.flat())]),
  );
  const many = LARGE.toLocaleString('en-US');
  return [
    compare(`search p95, ${many} stores / 5,000`, 'ms', p95.large, p95.small, { atMost: 5 }),
    compare(`search p95 / plain pg_trgm, ${many} stores`, 'ms', p95.large, p95.trigrams, { atMost: 0.2 }),
    { name: `import of ${many} stores`, unit: 's', ours: large.loadMs / 1_000 },
    { name: `the same, until all are found`, unit: 's', ours: large.findMs / 1_000 },
    await exactRow(small, '5,000'),
    await exactRow(large, many),
  ];
}

async function exactRow({ service, names }, many) {
  let first = 0;
  for (const text of names) {
    const [hit] = await service.search({ text });
    if (hit?.name === text) first += 1;
  }
  const name = `the exact name is asked for: share found first, ${many} stores`;
  return { name, unit: '', ours: first / names.length, atLeast: 1 };
}

async function loaded(scene, count, say) {
  const service = await StoreService.start(scene);
  const stores = [];
  for await (const store of madeStores(count)) stores.push(store);
  const { loadMs, findMs } = await service.load(stores);
  const [loaded, found] = [loadMs, findMs].map((ms) => (ms / 1_000).toFixed(0));
  say(`${count} stores were loaded in ${loaded} s, and all were found after ${found} s`);
  const names = stores.filter((_, n) => n % Math.floor(count / EXACT) === 0).map(({ name }) => name);
  return { service, loadMs, findMs, names };
}

async function times(queries, search) {
  const all = [];
  for (const query of queries) all.push(await timed(() => search(query)));
  return all;
}

function percentile95(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)];
}
