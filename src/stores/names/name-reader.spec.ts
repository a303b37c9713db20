import { NameReader } from './name-reader.js';
import { readSpellingTable, spellingTable } from './spelling-table.js';

const reader = new NameReader(spellingTable());
const texts = (name: string) => reader.words(name).map(({ text }) => text);
const folds = (name: string) => reader.words(name).map(({ fold }) => fold);

describe('The words of a name', () => {
  it.each([
    ['BHAT  PROV. STORE,-32', ['bhat', 'provision', 'store', '32']],
    ['M/S DAS & CO', ['das', 'company']],
    ['R. K. STORE', ['rk', 'store']],
    ['AAR ESS MEDICATE', ['rs', 'medical']],
    ['Kay Kay G S', ['kk', 'general', 'store']],
    ["BOUDI'R HOTEL", ['boudir', 'hotel']],
    ['STORE1', ['store', '1']],
    ['?!,.', []],
    ['', []],
  ])('of %j', (name, words) => {
    expect(texts(name)).toEqual(words);
  });

  it.each([
    ['LAXMI', 'LAKSHMI'],
    ['SHREE', 'SRI'],
    ['BHANDAR', 'BANDAAR'],
    ['MOHD', 'MOHAMMAD'],
    ['EZHUMALAI', 'ELUMALAI'],
    ['CHHOTRAY', 'CHOTRAY'],
    ['YOGENDRA', 'JOGENDRA'],
  ])('%s and %s sound the same', (one, other) => {
    expect(folds(one)).toEqual(folds(other));
  });

  it.each([
    ['BHANDER', 'plain'],
    ['LAXMI', 'telling'],
    ['BEKARY', 'trade'],
    ['SHRI', 'title'],
    ['KGN', 'initials'],
    ['32', 'number'],
  ])('%s is a %s word', (name, role) => {
    expect(reader.words(name)[0]?.role).toBe(role);
  });

  it('are aside behind a comma, a dash or a bracket, where they tell the branch or the place', () => {
    const asides = reader.words('LAXMI STORE (BUS STAND)').filter(({ isAside }) => isAside);
    expect(asides.map(({ text }) => text)).toEqual(['bus', 'stand']);
    expect(reader.words('AL-MADINA STORE').some(({ isAside }) => isAside)).toBe(false);
  });

  it('are read in a moment, whatever the name is', () => {
    expect(texts(`${'(('.repeat(50_000)}A`)).toEqual([]);
    expect(texts('A B '.repeat(10_000))).toHaveLength(1);
    expect(texts('LAXMI STORE '.repeat(10_000))).toHaveLength(16);
  });
});

describe('The spelling table', () => {
  const HEAD = '# comment\nkind,from,to,note\n';

  it.each([
    ['colour,a,b,', 'line 3: "colour" is no kind'],
    ['sound,,b,', 'line 3: there is nothing to read'],
    ['trade,pan,pans,', 'line 3: "pans" is no category'],
  ])('refuses %j, and says where', (row, problem) => {
    expect(() => readSpellingTable(HEAD + row)).toThrow(problem);
  });

  it('has another version when it says something else', () => {
    const [one, other] = ['sound,a,b,', 'sound,a,c,'].map((row) => readSpellingTable(HEAD + row).version);
    expect(one).not.toBe(other);
  });
});
