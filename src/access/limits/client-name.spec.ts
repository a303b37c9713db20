import { clientName } from './client-name.js';

describe('clientName', () => {
  it('counts a key wherever it is used', () => {
    expect(clientName({ id: '7', address: '192.0.2.1' })).toBe('key:7');
  });

  it.each([
    ['192.0.2.1', 'address:192.0.2.1'],
    ['2001:db8:1:2::1', 'address:2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', 'address:2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', 'address:2001:db8:1:3::/64'],
    ['fe80::1%eth0', 'address:fe80:0:0:0::/64'],
    ['', 'address:'],
  ])('counts %s as %s', (address, name) => {
    expect(clientName({ id: '', address })).toBe(name);
  });
});
