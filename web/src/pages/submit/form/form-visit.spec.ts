import {
  addressesOf,
  isBlank,
  newVisit,
  problemsOf,
  toVisit,
  withBack,
  withCopy,
  withStore,
} from './form-visit.js';

const NOW = new Date(2026, 2, 1, 9, 30, 12);
const blank = newVisit([], NOW);
const whole = { ...blank, storeId: ' RP1 ', urls: 'http://a/1.jpg\r\n\n  https://a/2.jpg ' };

describe('A visit of the form', () => {
  it('begins now, in the zone of the viewer', () => {
    expect(blank).toEqual({ id: 1, storeId: '', time: '2026-03-01T09:30', urls: '' });
    expect([isBlank(blank), isBlank(whole)]).toEqual([true, false]);
  });

  it('takes addresses as they are pasted: one per line, blank lines and spaces left out', () => {
    expect(addressesOf(whole)).toEqual(['http://a/1.jpg', 'https://a/2.jpg']);
  });

  it('becomes a visit with its time in UTC', () => {
    expect(toVisit(whole)).toEqual({
      store_id: 'RP1',
      image_url: ['http://a/1.jpg', 'https://a/2.jpg'],
      visit_time: new Date(2026, 2, 1, 9, 30).toISOString().replace('.000Z', 'Z'),
    });
  });

  it('is copied behind itself, as a visit of its own', () => {
    const second = newVisit([whole], NOW);
    expect(withCopy([whole, second], 1)).toEqual([whole, { ...whole, id: 3 }, second]);
  });

  it('comes back to its place among the others as they are by then', () => {
    const changed = { ...newVisit([whole], NOW), storeId: 'typed since' };
    expect(withBack([changed], whole, 0)).toEqual([whole, changed]);
    expect(withBack([changed], { ...whole, id: changed.id }, 1)).toEqual([changed, { ...whole, id: 3 }]);
  });

  it('comes back instead of the blank one that stood in for it, but not of what was typed there', () => {
    const filler = newVisit([whole], NOW);
    expect(withBack([filler], whole, 0, filler)).toEqual([whole]);
    const typed = { ...filler, storeId: 'RP2' };
    expect(withBack([typed], whole, 0, filler)).toEqual([whole, typed]);
  });

  it('is there once for a store that is asked for: in the first blank one, or behind the others', () => {
    const filled = withStore([whole, { ...blank, id: 2 }], 'RP9');
    expect(filled.map(({ storeId }) => storeId)).toEqual([' RP1 ', 'RP9']);
    expect(withStore(filled, 'RP9')).toEqual(filled);
    expect(withStore([whole], 'RP9').map(({ id, storeId }) => [id, storeId])).toEqual([
      [1, ' RP1 '],
      [2, 'RP9'],
    ]);
  });

  it('says at each field what does not fit, and nothing when all does', () => {
    expect(problemsOf(whole)).toEqual({});
    expect(problemsOf({ ...blank, time: '' })).toEqual({
      storeId: 'Choose a store.',
      time: 'Enter the date and time of the visit.',
      urls: 'Enter the address of at least one image.',
    });
  });

  it.each([
    ['shelf.jpg', /^"shelf\.jpg" is not a web address/],
    ['http://a/1.jpg\nftp://a/2.jpg', /^"ftp:\/\/a\/2\.jpg" is not/],
    [`http://a/${'x'.repeat(2_048)}`, /^Image 1 has an address of more than 2,048/],
  ])('refuses the addresses %j', (urls, sentence) => {
    expect(problemsOf({ ...whole, urls }).urls).toMatch(sentence);
  });
});
