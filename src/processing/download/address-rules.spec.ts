import { AddressRules } from './address-rules.js';

const strict = new AddressRules([], false);

describe('AddressRules', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'])('permits the public %s', (address) => {
    expect(strict.permit(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(strict.permit(address)).toBe(false);
  });

  it('opens exactly the networks that are listed', () => {
    const rules = new AddressRules(['10.1.0.0/16', 'fd12::/16'], false);
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1'].every((address) => rules.permit(address))).toBe(true);
    expect(['10.2.0.1', 'fd13::1', '127.0.0.1'].some((address) => rules.permit(address))).toBe(false);
  });

  it.each(['169.254.169.254', '169.254.170.2', '100.100.100.200', 'fd00:ec2::254', '::ffff:169.254.169.254'])(
    'keeps the metadata address %s shut whatever is opened',
    (address) => {
      expect(new AddressRules([], true).permit(address)).toBe(false);
      expect(new AddressRules(['0.0.0.0/0', '::/0'], false).permit(address)).toBe(false);
    },
  );

  it('permits loopback when everything private is opened', () => {
    expect(new AddressRules([], true).permit('127.0.0.1')).toBe(true);
  });
});
