import { changesBetween, mended, type Rule } from './draft.js';

const rule = (words: string, change: Partial<Rule> = {}): Rule => ({
  words,
  category: 'pan-shop',
  strength: 'trade',
  confidence: 0.97,
  ...change,
});

describe('The draft of the rules', () => {
  it('counts what came, went and was changed', () => {
    const before = [rule('PAN'), rule('BEEDA'), rule('ZARDA')];
    const after = [rule('PAN'), rule('BEEDA', { confidence: 0.5 }), rule('SUPARI')];
    expect(changesBetween(before, after)).toBe(3);
    expect(changesBetween(before, before)).toBe(0);
  });

  it('gives no category to a word that says nothing, and one to a word that does', () => {
    expect(mended(rule('GHAR', { strength: 'silent' }))).toMatchObject({ category: null, confidence: null });
    expect(mended(rule('X', { category: null }))).toMatchObject({ category: 'other' });
  });
});
