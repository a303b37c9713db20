import { bytes, counted, duration, percent } from './text.js';

describe('text', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [4_240, '4.2 s'],
    [59_400, '59 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
    [273_600_000, '3 days 4 h'],
  ])('tells how long %i ms are: %s', (ms, text) => expect(duration(ms)).toBe(text));

  it.each([
    [100, '100 %'],
    [99.97, '99.9 %'],
    [0.04, '0.1 %'],
    [0, '0 %'],
    [43.21, '43.2 %'],
  ])('tells %f of a hundred, and all only when it is all: %s', (value, text) =>
    expect(percent(value)).toBe(text),
  );

  it.each([
    [999, '999 bytes'],
    [74_896, '74.9 kB'],
    [999_999, '1 MB'],
    [26_214_400, '26.2 MB'],
  ])('tells how large %i bytes are: %s', (value, text) => expect(bytes(value)).toBe(text));

  it('has thousands marks, and one of a kind', () => {
    expect([counted(1, 'job'), counted(9_400, 'image'), counted(2, 'entry', 'entries')]).toEqual([
      '1 job',
      '9,400 images',
      '2 entries',
    ]);
  });
});
