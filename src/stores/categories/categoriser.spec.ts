import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CATEGORIES } from './category.js';
import { Categoriser } from './categoriser.js';
import { readRuleLines, rulesOf } from './rules/rule-csv.js';

const { rules, problems } = rulesOf(readRuleLines(readFileSync('seeds/store_categories.csv', 'utf8')).lines);
const categoriser = new Categoriser(rules);
const categoryOf = (name: string) => categoriser.categorise(name).category;

describe('The rules of the seed', () => {
  it('have no line that cannot be a rule', () => {
    expect(problems).toEqual([]);
    expect(rules.length).toBeGreaterThan(500);
  });

  it.each([
    ['KHOKAN PANGHAR', 'pan-shop'],
    ['RAJUSTORE', 'general'],
    ['JOY MAA TARA TELECO', 'electronics-mobile'],
    ['RIYA TELE COM', 'electronics-mobile'],
    ['GOPAL MISTANNA VANDAR', 'sweets-bakery'],
    ['NEW BENGAL BEKERY', 'sweets-bakery'],
    ['SRI SHIV KIRYANA', 'grocery'],
    ['शिव किराना स्टोर', 'grocery'],
  ])('find the trade of %s however it is written', (name, category) => {
    expect(categoryOf(name)).toBe(category);
  });

  it.each([
    ['MUNNA TEA & PAN', 'hotel-restaurant'],
    ['PAN & TEA STALL', 'pan-shop'],
    ['VASAVI MEDICAL & GENERAL STORES', 'medical'],
    ['GENERAL AND MEDICAL STORES', 'medical'],
    ['GAYATRI RICE & OIL STORE', 'grocery'],
    ['STEEL FURNITURE PALACE', 'other'],
  ])('let a trade beat a general word, and the first of two trades decide: %s', (name, category) => {
    expect(categoryOf(name)).toBe(category);
  });

  it.each([
    ['NEW GOURANGA BHANDER', 'unknown'],
    ['MITHAIWALA BROTHERS', 'unknown'],
    ['SUBRATA BARMAN', 'unknown'],
    ['SRI LAKSHMI NARASIMHA TRA', 'unknown'],
    ['TIWARI STORE (OPP MEDICAL COLLEGE)', 'general'],
    ['YADAV STORE NR HOTEL MORE', 'general'],
    ['KALITA STORE, PANBAZAR', 'general'],
    ['DAS ENTERPRISE RICE MILL ROAD', 'unknown'],
  ])('do not take people, places and what stands beside every trade for one: %s', (name, category) => {
    expect(categoryOf(name)).toBe(category);
  });

  it('read P S as a shop for provisions at the end of a name, and as letters elsewhere', () => {
    expect(['ZARGAR P.S.', 'GANIE P STORE', 'BUCHH G S'].map(categoryOf)).toEqual([
      'grocery',
      'grocery',
      'general',
    ]);
    expect(['P S GHOSH', 'P.S.', 'R P STORE'].map(categoryOf)).toEqual(['unknown', 'unknown', 'general']);
  });
});

describe('Categoriser', () => {
  it('tells in a sentence which word decided, and how it was read', () => {
    expect(categoriser.categorise('SAH KIRANA DUKAN')).toEqual({
      category: 'grocery',
      confidence: 0.97,
      reason: '"KIRANA" is a word of grocery shops.',
      source: 'rule',
    });
    expect(categoriser.categorise('SHARMA GROSERY').reason).toBe(
      '"GROSERY" is read as "GROCERY", which is a word of grocery shops.',
    );
    expect(categoriser.categorise('BASAPPA').reason).toBe(
      'No word of the name tells what kind of shop it is.',
    );
  });

  it('says unknown, and what it might be, where a rule is too weak', () => {
    const weak = new Categoriser([
      { words: 'CORNER', category: 'pan-shop', strength: 'ware', confidence: 0.4 },
    ]);
    expect(weak.categorise('MILAN CORNER')).toMatchObject({
      category: 'unknown',
      confidence: 0.4,
      reason: 'Only a guess: pan shops. "CORNER" is a word of pan shops.',
    });
  });

  it('answers with a category, a confidence and a sentence, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const { category, confidence, reason } = categoriser.categorise(name);
        return CATEGORIES.includes(category) && confidence >= 0 && confidence <= 1 && reason.endsWith('.');
      }),
    );
  });

  // What grows with the square of the length would take until the deadline of a test.
  it.each(['(', 'STOR', 'PAN ', 'A,'])('is not held up by a name of 30,000 times "%s"', (piece) => {
    expect(categoriser.categorise(piece.repeat(30_000)).category).toEqual(expect.any(String));
  });
});
