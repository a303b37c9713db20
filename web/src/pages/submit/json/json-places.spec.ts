import { placesOf } from './json-places.js';

const TEXT = `{"count": 2, "labels": {"a,": "]"}, "visits": [
  {"store_id": "A", "image_url": ["u", "v"]},
  {"store_id": "B", "store_id": "C", "image_url": []}
]}`;

describe('placesOf', () => {
  it.each([
    ['count', '2,'],
    ['visits', '['],
    ['visits[0]', '{"store_id": "A"'],
    ['visits[0].image_url[1]', '"v"'],
    ['visits[1].store_id', '"C"'],
    ['visits[1].image_url', '[]'],
  ])('finds where %s begins', (path, beginning) => {
    const at = placesOf(TEXT, new Set([path])).get(path) ?? -1;
    expect(TEXT.slice(at, at + beginning.length)).toBe(beginning);
  });

  it('finds nothing that is not there', () => {
    expect(placesOf(TEXT, new Set(['visits[2]', 'visits[1].image_url[0]'])).size).toBe(0);
  });
});
