import { nameWords } from './name-words.js';

describe('nameWords', () => {
  it.each([
    ['GOPI PAN & GENERAL STORE', ['GOPI', 'PAN', 'GENERAL', 'STORE']],
    ['Ramu  paan-wala', ['RAMU', 'PAAN', 'WALA']],
    ["ZARGAR'S P.S.", ['ZARGARS', 'P', 'S']],
    ['CAFÉ ROSÉ', ['CAFE', 'ROSE']],
    ['शिव किराना स्टोर', ['शिव', 'किराना', 'स्टोर']],
    ['', []],
    ['--- ,,, ()', []],
  ])('reads the words of %s', (name, words) => {
    expect(nameWords(name).main).toEqual(words);
  });

  it('sets aside what tells where a shop is', () => {
    expect(nameWords('KALITA STORE, PANBAZAR')).toEqual({ main: ['KALITA', 'STORE'], aside: ['PANBAZAR'] });
    expect(nameWords('BORO STORE (MEDICAL PARA)')).toEqual({
      main: ['BORO', 'STORE'],
      aside: ['MEDICAL', 'PARA'],
    });
    expect(nameWords('SAI PAN STALL - SIDDIPET [OLD').aside).toEqual(['SIDDIPET', 'OLD']);
  });
});
