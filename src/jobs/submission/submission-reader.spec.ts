import { contentDigest } from './content-digest.js';
import { readSubmission } from './submission-reader.js';

const MAX_IMAGES = 10;
const visit = { store_id: 'RP00001', image_url: ['http://a/1.jpg'], visit_time: '2026-03-01T09:30:00Z' };
const body = { count: 1, visits: [visit] };

/** The sentence a body is refused with. */
async function refusal(bad: unknown): Promise<string> {
  return readSubmission(bad, MAX_IMAGES).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
}

describe('readSubmission', () => {
  it('takes a whole body and ignores unknown fields', async () => {
    const text = `{"count": 1, "visits": [${JSON.stringify({ ...visit, mood: 'good' })}], "priority": 2,
      "reference": "r", "labels": {"team": "north"}, "callback_url": null, "__proto__": {"count": 9}}`;
    await expect(readSubmission(JSON.parse(text), MAX_IMAGES)).resolves.toEqual({
      visits: [{ storeId: 'RP00001', imageUrls: ['http://a/1.jpg'], visitTime: '2026-03-01T09:30:00.000Z' }],
      priority: 2,
      reference: 'r',
      labels: { team: 'north' },
    });
  });

  it('accepts a URL that nobody can fetch; its image will say so', async () => {
    const odd = { ...visit, image_url: ['not a url', 'ftp://x/y', 'http://u:p@h/', 'http://127.0.0.1/'] };
    await expect(refusal({ count: 1, visits: [odd] })).resolves.toBe('accepted');
  });

  it.each<[string, unknown, RegExp]>([
    ['a list', [], /must be a JSON object/],
    ['nothing', undefined, /must be a JSON object/],
    ['a missing count', { visits: [visit] }, /^"count" is missing/],
    ['a count in quotes', { ...body, count: '1' }, /^"count" must be a whole number/],
    ['a count of 1e309', { ...body, count: Infinity }, /^"count" must be a whole number/],
    ['another count', { ...body, count: 2 }, /^"count" is 2, but "visits" has 1 entry/],
    ['missing visits', { count: 1 }, /^"visits" is missing/],
    ['visits that are no list', { count: 1, visits: {} }, /^"visits" must be a list/],
    ['no visits', { count: 0, visits: [] }, /^"visits" must not be empty/],
    ['a visit that is no object', { count: 1, visits: [7] }, /^visits\[0\] must be an object/],
    ['a missing store', { count: 1, visits: [{ ...visit, store_id: undefined }] }, /store_id is missing/],
    [
      'a store that is a number',
      { count: 1, visits: [{ ...visit, store_id: 1 }] },
      /store_id must be a string/,
    ],
    ['a blank store', { count: 1, visits: [{ ...visit, store_id: ' ' }] }, /store_id must not be empty/],
    ['NUL in a store', { count: 1, visits: [{ ...visit, store_id: 'R\0' }] }, /NUL/],
    ['half a surrogate pair', { count: 1, visits: [{ ...visit, store_id: '\ud800' }] }, /valid Unicode/],
    ['a missing time', { count: 1, visits: [{ ...visit, visit_time: undefined }] }, /visit_time is missing/],
    [
      'an impossible date',
      { count: 1, visits: [{ ...visit, visit_time: '2026-02-30T00:00:00Z' }] },
      /2026-02-30/,
    ],
    [
      'missing images',
      { count: 1, visits: [{ ...visit, image_url: undefined }] },
      /image_url must be a list/,
    ],
    [
      'one image as text',
      { count: 1, visits: [{ ...visit, image_url: 'http://a' }] },
      /image_url must be a list/,
    ],
    ['no images', { count: 1, visits: [{ ...visit, image_url: [] }] }, /image_url must not be empty/],
    [
      'an empty URL',
      { count: 1, visits: [{ ...visit, image_url: [''] }] },
      /image_url\[0\] must not be empty/,
    ],
    ['a long URL', { count: 1, visits: [{ ...visit, image_url: ['x'.repeat(2_049)] }] }, /2049 characters/],
    [
      'too many images',
      { count: 1, visits: [{ ...visit, image_url: Array(11).fill('u') }] },
      /at most 10 images/,
    ],
    ['a priority of 6', { ...body, priority: 6 }, /"priority" must be a whole number from -5 to 5/],
    ['a priority of 0.5', { ...body, priority: 0.5 }, /"priority"/],
    ['an empty reference', { ...body, reference: '' }, /"reference" must not be empty/],
    ['nested labels', { ...body, labels: { a: { b: 'c' } } }, /"labels" must have strings/],
    ['labels as a list', { ...body, labels: ['a'] }, /"labels" must be an object/],
    [
      'NUL in a reference that a label hides',
      { ...body, reference: '\0', labels: { reference: 'r' } },
      /NUL/,
    ],
    ['NUL in a label', { ...body, labels: { a: '\0' } }, /NUL/],
  ])('refuses %s', async (_, bad, sentence) => {
    await expect(refusal(bad)).resolves.toMatch(sentence);
  });

  it('repeats at most 200 characters of what was sent', async () => {
    const sentence = await refusal({ count: 1, visits: [{ ...visit, visit_time: 'x'.repeat(1_000) }] });
    expect(sentence.length).toBeLessThan(350);
  });
});

describe('contentDigest', () => {
  const digest = async (content: object) =>
    contentDigest(await readSubmission(content, MAX_IMAGES)).toString('hex');

  it('is the same for the same content in other words', async () => {
    const other = {
      visits: [{ ...visit, visit_time: '2026-03-01T10:30:00+01:00' }],
      extra: 1,
      priority: 0,
      count: 1,
    };
    await expect(digest(other)).resolves.toBe(await digest(body));
  });

  it.each([
    { ...body, priority: 1 },
    { ...body, reference: 'r' },
    { ...body, labels: { a: 'b' } },
    { count: 1, visits: [{ ...visit, store_id: 'RP00002' }] },
    { count: 1, visits: [{ ...visit, image_url: ['http://a/1.jpg', 'http://a/2.jpg'] }] },
  ])('differs for %j', async (other) => {
    await expect(digest(other)).resolves.not.toBe(await digest(body));
  });
});
