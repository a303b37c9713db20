import { readSubmission } from './submission.js';

const CSV = 'store_id,image_url,visit_time\nA,u,2026-03-01T12:00:00Z\n';
const read = (content: string | Buffer, extras = {}) =>
  readSubmission(Buffer.from(content), 'visits.csv', extras);

describe('readSubmission', () => {
  it('counts the visits of a CSV, and adds what the command line says', () => {
    expect(read(`\ufeff${CSV}`, { reference: 'north' })).toEqual({
      count: 1,
      visits: [{ store_id: 'A', image_url: ['u'], visit_time: '2026-03-01T12:00:00Z' }],
      reference: 'north',
    });
  });

  it('takes JSON as it is, and lets the command line have the last word', () => {
    const body = { count: 0, visits: [], priority: 1, labels: { team: 'north', car: '1' }, own: true };
    expect(read(JSON.stringify(body), { priority: 2, labels: { team: 'south' } })).toEqual({
      ...body,
      priority: 2,
      labels: { team: 'south', car: '1' },
    });
  });

  it.each([
    ['{"count": 1,', /^visits\.csv is not JSON: /],
    ['[]', 'visits.csv is a list; it must be an object with "count" and "visits".'],
    [Buffer.from('504b030414', 'hex'), 'visits.csv is an Excel workbook; save it as "CSV UTF-8" first.'],
    [Buffer.from('\ufeffstore', 'utf16le'), 'visits.csv is UTF-16 text; save it as "CSV UTF-8" first.'],
    [
      Buffer.from('store_id;caf\xe9', 'latin1'),
      'visits.csv is not UTF-8 text; save it as "CSV UTF-8" first.',
    ],
    [`${CSV}B,,x`, 'visits.csv was not sent:\nline 3: image_url is empty.'],
  ])('refuses %p in a sentence with the name of the file', (content, sentence) => {
    expect(() => read(content)).toThrow(sentence);
  });
});
