import { searchedStores } from './labelled.mjs';

const STORES_PER_AREA = 5_000;

/** Kinds of shops, the commoner ones more often. */
const TRADES =
  'STORE STORE STORES STORES STORE,BHANDAR BHANDER PAN GHAR,PAN SHOP,PROV STORE,KIRANA,VARIETY STORE,GENERAL STORE,HOTEL,MEDICAL,TEA STALL,BAKERY,SWEETS,TELECOM,TRADERS,ENTERPRISE,CLOTH STORE,HARDWARE,STATIONERY,SALON,CORNER,'
    .split(',')
    .flatMap((group) => (group.includes('STORE STORE') ? group.split(' ') : [group]));
const FIRST = ['', '', '', '', 'MAA', 'NEW', 'SRI', 'SHREE', 'JAI', 'M/S', 'OM', 'MOHD'];
const SYLLABLES =
  'ra ma la sa na pa ka ba da ga ja va ri mi li shi ni pi ki bi di gi ro mo lo so no ku su mu ru bha dha kha sha cha tha'.split(
    ' ',
  );
const ENDINGS = [
  'n',
  'sh',
  'l',
  'th',
  'm',
  'j',
  'it',
  'esh',
  'endra',
  'kar',
  'swamy',
  'raj',
  'nath',
  'a',
  'i',
];

/**
 * A Store Master of any size, always the same: names of real words and of made ones, few of them common and most of them
 * rare, as names are.
 */
export async function* madeStores(count) {
  const random = seeded(20_261_124);
  const words = [...(await realWords()), ...madeWords(random, 60_000)];
  const telling = () => words[Math.floor(words.length * random() ** 3)];
  for (let n = 0; n < count; n += 1) {
    const parts = [pick(FIRST, random), telling(), random() < 0.35 ? telling() : '', pick(TRADES, random)];
    const suffix = random() < 0.05 ? `,-${Math.floor(random() * 40)}` : '';
    const area = String(9_000_000 + Math.floor(n / STORES_PER_AREA));
    yield { id: `GS${String(n).padStart(7, '0')}`, name: parts.filter(Boolean).join(' ') + suffix, area };
  }
}

/** Names as people type them: with a word left out, a mistake, or not to their end. */
export async function typedQueries(count) {
  const random = seeded(77);
  const queries = [];
  let n = 0;
  for await (const { name } of madeStores(STORES_PER_AREA)) {
    if (n++ % Math.floor(STORES_PER_AREA / count) !== 0) continue;
    queries.push({ text: typed(name, random) });
  }
  return queries.slice(0, count);
}

function typed(name, random) {
  const chance = random();
  const at = 1 + Math.floor(random() * (name.length - 1));
  if (chance < 0.25) return name.slice(0, Math.max(4, at));
  if (chance < 0.5) return name.slice(0, at) + name.slice(at + 1);
  if (chance < 0.75) return name.toLowerCase().replace('sh', 's').replace('ee', 'i');
  return name;
}

async function realWords() {
  const stores = await searchedStores();
  const words = stores.flatMap(({ name }) => name.toUpperCase().match(/[A-Z]{4,}/g) ?? []);
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
}

function madeWords(random, count) {
  const words = new Set();
  while (words.size < count) {
    const syllables = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, random));
    words.add((syllables.join('') + pick(ENDINGS, random)).toUpperCase());
  }
  return words;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
