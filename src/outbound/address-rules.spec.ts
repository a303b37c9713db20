import { BlockList, isIPv4 } from 'node:net';
import fc from 'fast-check';
import { AddressRules } from './address-rules.js';

const strict = new AddressRules([], false);

/** IANA's registries of special-purpose addresses (RFC 6890 and later), and what is multicast, reserved or not given out. */
const SPECIAL =
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20`.split(/\s+/);

/** Written without the library that the rules use. Two lists: in one, `::/3` would contain all of IPv4, mapped. */
const oracle = { ipv4: new BlockList(), ipv6: new BlockList() };
const kindOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');
for (const cidr of SPECIAL) {
  const [address = '', bits] = cidr.split('/');
  oracle[kindOf(address)].addSubnet(address, Number(bits), kindOf(address));
}
const isSpecial = (address: string) => oracle[kindOf(address)].check(address, kindOf(address));

const dotted = (bits: number) => [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
const colons = (value: bigint) => (value.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');
const groups = (side: string) => (side === '' ? [] : side.split(':').map((group) => group.padStart(4, '0')));

function numberOf(address: string): bigint {
  if (isIPv4(address)) return BigInt(address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0));
  const [left = [], right = []] = address.split('::').map(groups);
  const zeros = '0000'.repeat(8 - left.length - right.length);
  return BigInt(`0x${left.join('')}${zeros}${right.join('')}`);
}

/** Numbers from the one power of two to the other. */
const any = (from: bigint, to: bigint) => fc.bigInt({ min: from && 1n << from, max: (1n << to) - 1n });

/** The first and last address of each special block, and their neighbours outside. */
function edges(kind: 'ipv4' | 'ipv6'): fc.Arbitrary<bigint> {
  const places = SPECIAL.map((cidr) => cidr.split('/')).flatMap(([address = '', bits = '']) => {
    if (isIPv4(address) !== (kind === 'ipv4')) return [];
    const size = 1n << BigInt((kind === 'ipv4' ? 32 : 128) - Number(bits));
    const from = numberOf(address);
    return [from - 1n, from, from + size - 1n, from + size];
  });
  return fc.constantFrom(...places);
}

describe('AddressRules', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111'])('permits the public %s', (address) => {
    expect(strict.permit(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '198.18.0.1',
      '192.88.99.1',
      '240.0.0.1',
      '168.63.129.16',
    ],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'fc00::1',
      'ff02::1',
      '100::1',
      '2001:db8::1',
      '3fff::1',
    ],
    // mapped, compatible, SIIT, NAT64 (both prefixes), 6to4, Teredo
    ...[
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::7f00:1',
      '::ffff:0:7f00:1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::7f00:1',
    ],
    ...['2002:7f00:1::', '2001:0:4136:e378:8000:63bf:80ff:fffe'],
    ...['4000::1', '2606:4700:4700::1111%eth0', 'localhost', '0x7f.1', '010.8.8.8', '2130706433', ''],
  ])('refuses %s', (address) => {
    expect(strict.permit(address)).toBe(false);
  });

  it('draws the line where the registries draw it, for every address', () => {
    const v4 = fc.oneof(any(0n, 32n), edges('ipv4')).map((n) => dotted(Number(BigInt.asUintN(32, n))));
    const v6 = fc
      .oneof(any(0n, 128n), any(125n, 126n), edges('ipv6'))
      .map((n) => colons(BigInt.asUintN(128, n)));
    fc.assert(
      fc.property(fc.oneof(v4, v6), (address) => strict.permit(address) === !isSpecial(address)),
      { numRuns: 5_000 },
    );
  });

  it('opens exactly the networks that are listed', () => {
    const rules = new AddressRules(['10.1.0.0/16', 'fd12::/16', '::ffff:192.168.7.0/120'], false);
    const open = ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1', '192.168.7.9', '8.8.8.8'];
    const shut = ['10.2.0.1', 'fd13::1', '127.0.0.1', '192.168.8.1', '64:ff9b::10.1.2.3', '2002:a01:203::'];
    expect(open.filter((address) => !rules.permit(address))).toEqual([]);
    expect(shut.filter((address) => rules.permit(address))).toEqual([]);
  });

  it.each([
    ...['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16'],
    ...['fd00:ec2::254', 'fd20:ce::254', 'fe80::a9fe:a9fe', 'fd00:c1::a9fe:a9fe'],
    ...[
      '::ffff:169.254.169.254',
      '::169.254.169.254',
      '::ffff:0:169.254.169.254',
      '64:ff9b::169.254.169.254',
    ],
    ...[
      '64:ff9b:1:a9fe:a9:fe00::',
      '64:ff9b:1::a9fe:a9fe',
      '2002:a9fe:a9fe::',
      '2001:0:4136:e378:8000:63bf:5601:5601',
    ],
    ...[
      '2001:470:1:2::5efe:a9fe:a9fe',
      '2606:4700:a9fe:a9fe::',
      'fd00:a9fe:a9fe::1',
      '64:ff9b::100.100.100.200',
    ],
  ])('keeps the metadata address %s shut whatever is opened', (address) => {
    expect(new AddressRules([], true).permit(address)).toBe(false);
    expect(new AddressRules(['0.0.0.0/0', '::/0'], true).permit(address)).toBe(false);
    expect(new AddressRules(['169.254.0.0/16', '::/0'], false).permit(address)).toBe(false);
  });

  it.each(['127.0.0.1', '::1', '10.0.0.1', '169.254.1.1', '64:ff9b::7f00:1'])(
    'permits %s when everything private is opened',
    (address) => {
      expect(new AddressRules([], true).permit(address)).toBe(true);
    },
  );
});
