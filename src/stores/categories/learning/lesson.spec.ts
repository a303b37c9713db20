import { Categoriser, type NamedCategory } from '../categoriser.js';
import { MIN_SUPPORT } from './lesson.js';

const RULES = [
  { words: 'PAN', category: 'pan-shop', strength: 'trade', confidence: 0.97 },
  { words: 'STORE', category: 'general', strength: 'general', confidence: 0.85 },
] as const;
const groceries = (count: number, word = 'BESATIGHAR'): NamedCategory[] =>
  Array.from({ length: count }, (_, i) => ({ name: `NAME${i} ${word}`, category: 'grocery' }));

describe('What is learned from corrections', () => {
  it('changes other stores only with enough corrections that agree', () => {
    const after = (count: number) => new Categoriser(RULES, groceries(count)).categorise('BASAK BESATIGHAR');
    expect(after(MIN_SUPPORT - 1)).toMatchObject({ category: 'unknown', source: 'none' });
    expect(after(4)).toMatchObject({
      category: 'grocery',
      source: 'learned',
      reason: 'Learned from corrections by hand: 4 of 4 stores with "BESATIGHAR" are grocery shops.',
    });
  });

  it('never is that a shop is a general store, which sells what another word may tell', () => {
    const general = groceries(8).map(({ name }) => ({ name, category: 'general' as const }));
    expect(new Categoriser(RULES, general).categorise('BASAK BESATIGHAR')).toMatchObject({ source: 'none' });
  });

  it('is not said where corrections disagree', () => {
    const clothing = groceries(4).map(({ name }) => ({ name: `${name} X`, category: 'clothing' as const }));
    const torn = new Categoriser(RULES, [...groceries(4), ...clothing]);
    expect(torn.categorise('BASAK BESATIGHAR')).toMatchObject({ category: 'unknown' });
  });

  it('is not said of a word that stands in shops of all kinds', () => {
    const judged = Array.from({ length: 12 }, (_, i) => ({
      name: `MAA PAN ${i}`,
      category: 'pan-shop' as const,
    }));
    const corrections = groceries(4, 'MAA');
    expect(new Categoriser(RULES, corrections).categorise('JAI MAA').category).toBe('grocery');
    expect(new Categoriser(RULES, corrections, judged).categorise('JAI MAA').category).toBe('unknown');
  });

  it('gives way to a word of a trade, and goes before a general one', () => {
    const taught = new Categoriser(RULES, groceries(5));
    expect(taught.categorise('BESATIGHAR PAN')).toMatchObject({ category: 'pan-shop', source: 'rule' });
    expect(taught.categorise('BESATIGHAR STORE')).toMatchObject({ category: 'grocery', source: 'learned' });
  });

  it('does not move a word that the rules speak for', () => {
    const corrections = groceries(20, 'STORE');
    expect(new Categoriser(RULES, corrections).categorise('BASAK STORE')).toMatchObject({ source: 'rule' });
  });

  it('knows a learned word in another spelling', () => {
    const taught = new Categoriser(RULES, groceries(5));
    expect(taught.categorise('BASAK BESATEEGHAR').category).toBe('grocery');
  });
});
