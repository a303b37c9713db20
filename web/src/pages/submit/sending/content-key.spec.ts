import { keyFor } from './content-key.js';

describe('keyFor', () => {
  it('keeps the key while the content is the same', () => {
    const first = keyFor('{"a":1}', null);
    expect(keyFor('{"a":1}', first)).toBe(first);
    expect(first.key).toMatch(/^page-[\da-z-]{10,60}$/);
  });

  it('makes another one for other content, and when a job has come of the first', () => {
    const first = keyFor('{"a":1}', null);
    const keys = [first, keyFor('{"a":2}', first), keyFor('{"a":1}', null)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});
