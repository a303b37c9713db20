import { soundAlike, wordSound } from './word-sound.js';

const alike = (one: string, other: string) => soundAlike(wordSound(one), wordSound(other));

describe('soundAlike', () => {
  it.each([
    ['GROCERY', 'GROSARY'],
    ['KIRANA', 'KIRYANA'],
    ['GARMENTS', 'GARMENTZ'],
    ['RESTAURANT', 'RESTURENT'],
    ['STORE', 'STOERS'],
    ['STORE', 'SOTRE'],
    ['PHARMACY', 'FARMECY'],
    ['ELECTRICAL', 'ELETRICAL'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  it.each([
    ['KIRANA', 'KIRAN'],
    ['BARTAN', 'BARMAN'],
    ['PAN', 'PAL'],
    ['HOTEL', 'HOTA'],
    ['TEA', 'TARA'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(alike(one, other)).toBe(false);
  });

  it('has nothing to say of other letters', () => {
    expect(wordSound('किराना')).toBe('');
  });
});
