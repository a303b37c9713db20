import { plainAddress } from './plain-address.js';

describe('plainAddress', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:5001', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['[::ffff:cb00:7107]:4', '203.0.113.7'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:4', '2001:db8::1'],
  ])('writes %s as %s', (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });

  it.each(['', 'unknown', '_hidden', '203.0.113.7:', '203.0.113.700', '[2001:db8::1', '1.2.3.4, 5.6.7.8'])(
    'takes %j for no address',
    (text) => {
      expect(plainAddress(text)).toBeUndefined();
    },
  );
});
