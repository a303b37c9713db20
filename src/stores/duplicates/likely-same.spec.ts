import { likelyPairs } from './likely-same.js';

/** Other stores of the area, so that words can be rare. */
const CROWD = Array.from({ length: 200 }, (_, n) => ({
  id: `X${n}`,
  name: `${String.fromCharCode(65 + (n % 26))}${'oaeiu'[n % 5]}${'lnrsk'[n % 5]}${n % 7}`,
  category: 'unknown' as const,
}));

function pairOf(one: string, other: string, crowd: readonly string[] = []) {
  const stores = [one, other, ...crowd].map((name, n) => ({
    id: `S${n}`,
    name,
    category: 'unknown' as const,
  }));
  return [...likelyPairs([...stores, ...CROWD], 10_000)].find(
    (pair) => pair?.storeA === 'S0' && pair.storeB === 'S1',
  );
}

describe('Two stores of an area', () => {
  it.each([
    ['MAA LAXMI BHANDAR', 'MA LAKSHMI BHANDER'],
    ['BHOLE NATH STORE', 'BHOLENATH STORES'],
    ['R. K. GUPTA', 'R K GUPTA'],
    ['SUBHAS CHANDRA SAHA', 'SUBHASH CH SAHA'],
    ['SAMIULLAH PROV STORE', 'SAMI ULLAH P S'],
    ['BHAT TELECOM,-3', 'BHAT  TELECOM,-3'],
  ])('%s and %s are likely the same', (one, other) => {
    expect(pairOf(one, other)?.confidence).toBeGreaterThan(0.8);
  });

  it.each([
    ['GANESH MEDICAL', 'GANESH HOTEL', 'they sell different things'],
    ['BHAT STORE,-3', 'BHAT STORE,-32', 'they are numbered'],
    ['REKHA STORES', 'REKHA STORES 2', 'one of them is numbered'],
    ['GANESH SAHA STORE', 'GANESH STORE', 'a telling word is missing'],
    ['MAA STORE', 'MAA STORE', 'their names say nothing'],
    ['SOURIT STORE', 'SARITA STORE', 'they only sound alike'],
  ])('%s and %s are not: %s', (one, other) => {
    expect(pairOf(one, other)).toBeUndefined();
  });

  it('are less sure the more stores have the same name', () => {
    const few = pairOf('GANESH STORE', 'GANESH STORES')?.confidence ?? 0;
    const more =
      pairOf('GANESH STORE', 'GANESH STORES', ['GANESH GEN STORE', 'GANESH', 'NEW GANESH'])?.confidence ?? 0;
    expect(few).toBeGreaterThan(more);
    const many = Array.from({ length: 20 }, () => 'GANESH STORE');
    expect(pairOf('GANESH STORE', 'GANESH STORES', many)).toBeUndefined();
  });

  it('tell why', () => {
    expect(pairOf('GANESH STORE', 'GANES STORES')?.reason).toBe(
      '"STORE" is the same; "GANESH" sounds like "GANES".',
    );
  });

  it('are found among thousands in bounded steps', () => {
    const crowd = Array.from({ length: 3_000 }, (_, n) => `GANESH ${n % 2 ? 'STORE' : 'HOTEL'}`);
    const stores = crowd.map((name, n) => ({ id: `S${n}`, name, category: 'unknown' as const }));
    expect([...likelyPairs(stores, 10_000)].filter(Boolean)).toEqual([]);
  });

  it('are looked for a store and a pair at a time, and not after so many', () => {
    let read = 0;
    const stores = [...CROWD, ...CROWD].map(({ name, category }, n) => ({
      id: `S${n}`,
      category,
      get name() {
        read += 1;
        return name;
      },
    }));
    const steps = likelyPairs(stores, 10_000);
    steps.next();
    expect(read).toBeLessThan(10);
    expect(isCompleteAfter(steps)).toBe(true);
    expect(isCompleteAfter(likelyPairs(stores, 50))).toBe(false);
  });
});

function isCompleteAfter(steps: ReturnType<typeof likelyPairs>): boolean {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
