import { guardFormula } from './formula-guard.js';

describe('guardFormula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '  =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\t1',
    '\r1',
    '\n1',
    ' \t=1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    "=cmd|' /C calc'!A0",
  ])('makes text of %j', (formula) => {
    expect(guardFormula(formula)).toBe(`'${formula}`);
  });

  it.each(['', ' ', 'a=1', 'https://example.com/a?b=-1', "'=1", 'RP00001', '1-2', 'मुंबई', '"=1"'])(
    'leaves %j alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );
});
