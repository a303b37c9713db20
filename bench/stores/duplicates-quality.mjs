import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/settings.mjs';
import { queriesOf, readLabelled } from './support/labelled.mjs';

/** Queries that are a name as somebody else would write it, and so might stand in a Store Master as a second store. */
const KINDS = ['spelling', 'typo', 'joined-split', 'punctuation-spacing', 'encoding-case'];

/**
 * Are probable duplicates found? Each query of the tuning half that is the name of a store in another spelling becomes a
 * second store in the area of that one; these, and the stores of one area with the very same name, are what is to be found.
 * Whatever else is proposed is for a person to judge: nobody has labelled it. Of 40 such pairs, taken evenly from the surest to the
 * least sure, a reader called 20 the same shop; most others have the name in common and another trade.
 */
export async function duplicatesQuality() {
  const { likelyPairs } = await import(join(ROOT, 'dist/stores/duplicates/likely-same.js'));
  const stores = await storesWithTwins();
  const shopOf = new Map(stores.map(({ id, shop }) => [id, shop]));
  const areas = grouped(stores, ({ area }) => area);
  const isTrue = ({ storeA, storeB }) => shopOf.get(storeA) === shopOf.get(storeB);
  const proposed = [...areas.values()].flatMap((some) => [...likelyPairs(some, Infinity)].filter(Boolean));
  const found = proposed.filter(isTrue).length;
  const wanted = [...grouped(stores, ({ shop }) => shop).values()]
    .map(({ length }) => (length * (length - 1)) / 2)
    .reduce((sum, pairs) => sum + pairs, 0);
  return [
    { name: 'duplicates that are found, of those known, tuning', unit: '', ours: found / wanted },
    { name: 'pairs that are proposed, tuning', unit: '', ours: proposed.length },
    { name: 'pairs proposed that are known duplicates, tuning', unit: '', ours: found / proposed.length },
  ];
}

/** @returns {Promise<{ id: string, name: string, area: string, category: string, shop: string }[]>} */
async function storesWithTwins() {
  const { Categoriser } = await import(join(ROOT, 'dist/stores/categories/categoriser.js'));
  const { readRuleLines, rulesOf } = await import(join(ROOT, 'dist/stores/categories/rules/rule-csv.js'));
  const seed = readFileSync(join(ROOT, 'seeds/store_categories.csv'), 'utf8');
  const categoriser = new Categoriser(rulesOf(readRuleLines(seed).lines).rules);
  const rows = await readLabelled('stores.csv');
  const stores = rows.map(({ store_id: id, store_name: name, area_code: area }) => ({
    id,
    name,
    area,
    shop: `${area} ${name}`,
  }));
  const byId = new Map(stores.map((store) => [store.id, store]));
  const queries = (await queriesOf('tuning')).filter(
    ({ kind, right }) => KINDS.includes(kind) && byId.has(right[0]),
  );
  const twins = queries.map(({ text, right: [id] }, n) => ({ ...byId.get(id), id: `TWIN${n}`, name: text }));
  return [...stores, ...twins].map((store) => ({
    ...store,
    category: categoriser.categorise(store.name).category,
  }));
}

function grouped(stores, keyOf) {
  const groups = new Map();
  for (const store of stores) groups.set(keyOf(store), [...(groups.get(keyOf(store)) ?? []), store]);
  return groups;
}
