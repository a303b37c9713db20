import { plainLetters, repaired } from './name-repair.js';

describe('A repaired name', () => {
  it.each([
    ['CAFÃ‰ DE JHELUM', 'CAFÉ DE JHELUM'],
    ['JAISWAL &amp; BROS', 'JAISWAL & BROS'],
    ['&quot;NETAJI&quot; TEA', '"NETAJI" TEA'],
    ['A &amp;amp; B', 'A & B'],
    ['SHAHâ€“Iâ€“HAMDAN', 'SHAH–I–HAMDAN'],
    ['M&S &#38; CO &unknown;', 'M&S & CO &unknown;'],
    ['CAFÉ', 'CAFÉ'],
  ])('is what %s was meant to be', (name, meant) => {
    expect(repaired(name)).toBe(meant);
  });
});

describe('Plain letters', () => {
  it.each([
    ['शिव किराना', 'shiv kiraanaa'],
    ['गणेश २', 'ganesh 2'],
    ['রাম', 'raam'],
    ['மருகன்', 'marukan'],
    ['ＧＡＪＡ', 'gaja'],
    ['Nārāyan Café', 'narayan cafe'],
    ['🙂', '🙂'],
  ])('of %s are Latin ones', (name, letters) => {
    expect(plainLetters(name)).toBe(letters);
  });
});
