import { hashOf, isKeyText, newKeyText, prefixOf, sameHash } from './key-text.js';

describe('An API key', () => {
  it('has 256 random bits, and its first characters tell it apart', () => {
    const keys = Array.from({ length: 100 }, newKeyText);
    for (const key of keys) {
      expect(isKeyText(key)).toBe(true);
      expect(Buffer.from(key.slice(4), 'base64url')).toHaveLength(32);
      expect(key.startsWith(prefixOf(key))).toBe(true);
    }
    expect(new Set(keys.map(prefixOf)).size).toBe(100);
  });

  it.each(['', 'smp_', 'Bearer x', newKeyText().slice(0, -1), `${newKeyText()}x`, `x${newKeyText()}`])(
    'is not %j',
    (text) => expect(isKeyText(text)).toBe(false),
  );

  it('is known by its hash', () => {
    const [key, other] = [newKeyText(), newKeyText()];
    expect(sameHash(hashOf(key), hashOf(key))).toBe(true);
    expect(sameHash(hashOf(key), hashOf(other))).toBe(false);
    expect(sameHash(hashOf(key), Buffer.alloc(0))).toBe(false);
  });
});
