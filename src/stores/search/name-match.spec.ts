import type { Category } from '../categories/category.js';
import { storeNames } from '../names/store-names.js';
import { NameMatcher, weightOf } from './name-match.js';
import { reasonOf } from './reason.js';

const { reader, likeness } = storeNames();
const matcher = new NameMatcher(likeness);

function compare(text: string, name: string, category: Category = 'unknown') {
  const words = reader.words(text);
  const weights = words.map((word) => weightOf(word, 5, 1_000));
  const match = matcher.match({ words, weights, isTyping: true }, reader.words(name), category);
  return { score: match.score, reason: reasonOf(words, reader.words(name), match) };
}

describe('A match', () => {
  it.each([
    ['LAXMI BHANDAR', 'LAKSHMI BHANDER', '"LAXMI" sounds like "LAKSHMI"; "BHANDAR" sounds like "BHANDER".'],
    ['bhole nath', 'BHOLENATH', '"BHOLE NATH" is written "BHOLENATH".'],
    [
      'K G N KIRANA',
      'KHAJA GARIB NAWAZ KIRANA',
      '"KIRANA" is the same; "KGN" goes with the first letters of "KHAJA GARIB NAWAZ".',
    ],
    ['laks', 'LAKSHMI', '"LAKS" begins "LAKSHMI".'],
    ['GANESH PAN', 'GANESH BETEL', '"GANESH" is the same; "PAN" sells the same as "BETEL".'],
    ['STORE GANESH', 'GANESH STORE', '"STORE" and "GANESH" are the same.'],
  ])('of %s with %s is sure', (text, name, reason) => {
    const match = compare(text, name);
    expect(match.reason).toBe(reason);
    expect(match.score).toBeGreaterThan(0.8);
  });

  it('is whole only for the same words', () => {
    expect(compare('GANESH STORE', 'GANESH STORE').score).toBe(1);
    expect(compare('GANESH STORE', 'GANESH STORE (BUS STAND)').score).toBeLessThan(1);
  });

  it('tells what is missing, and that it is another kind of shop', () => {
    const { score, reason } = compare('GANESH HOTEL', 'GANESH MEDICAL');
    expect(reason).toBe('"GANESH" is the same; "HOTEL" is not in the name; it is another kind of shop.');
    expect(score).toBeLessThan(0.75);
  });

  it('takes the category of a store for a word that its name does not have', () => {
    const [known, unknown] = [compare('GANESH PAN', 'GANESH', 'pan-shop'), compare('GANESH PAN', 'GANESH')];
    expect(known.reason).toBe('"GANESH" is the same; "PAN" is the kind of shop it is.');
    expect(known.score).toBeGreaterThan(unknown.score);
  });

  it('puts pan shops before other corners', () => {
    expect(compare('PAN CORNER', 'GANESH PAN GHAR').score).toBeGreaterThan(
      compare('PAN CORNER', 'LADIES CORNER').score,
    );
  });

  it('is nothing without words', () => {
    expect(compare('', 'GANESH').score).toBe(0);
    expect(compare('GANESH', '').score).toBe(0);
  });
});
