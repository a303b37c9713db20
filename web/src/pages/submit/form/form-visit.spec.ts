import { addressesOf, isBlank, newVisit, problemsOf, toVisit, withCopy } from './form-visit.js';

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
