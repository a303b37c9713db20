import { hitsIn } from './hits.js';

const marked = (text: string, search: string) =>
  hitsIn(text, search)
    .map((piece) => (piece.isHit ? `<${piece.text}>` : piece.text))
    .join('');

describe('hitsIn', () => {
  it.each([
    ['SHREE GANESH KIRANA', 'ganesh', 'SHREE <GANESH> KIRANA'],
    ['RP00100', '00', 'RP<00>1<00>'],
    ['PAN (NEW) A+B', '(new) a+', 'PAN <(NEW) A+>B'],
    ['A.B AXB', 'a.b', '<A.B> AXB'],
    ['GANESH', ' nesh ', 'GA<NESH>'],
    ['<b>GANESH</b>', 'b>g', '<<b>G>ANESH</b>'],
    ['GANESH', '', 'GANESH'],
    ['GANESH', 'laxmi', 'GANESH'],
  ])('finds in %s what is like %s', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });
});
