import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Where clouds answer questions about the machine and its keys; shut whatever the settings say. */
const METADATA_ADDRESSES = [
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  'fd00:ec2::254',
  'fd20:ce::254',
];
const METADATA = METADATA_ADDRESSES.map((text) => ipaddr.parse(text).toNormalizedString());

/** Which addresses images may be fetched from. */
export class AddressRules {
  private readonly allowed: readonly Network[];

  constructor(
    allowCidrs: readonly string[],
    private readonly allowPrivate: boolean,
  ) {
    this.allowed = allowCidrs.map((cidr) => ipaddr.parseCIDR(cidr));
  }

  /**
   * @param text a literal address as the resolver or the URL gave it, without brackets
   * @returns whether it is publicly routable or opened by a setting
   */
  permit(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.parse(text);
    // A mapped or embedded IPv4 address leads where that address leads.
    const target = ipaddr.process(text);
    if (METADATA.includes(target.toNormalizedString())) return false;
    if (this.allowPrivate || this.allowed.some((network) => matches(target, network))) return true;
    return address.range() === 'unicast' && !isIpv4Compatible(address);
  }
}

/** `::a.b.c.d`, long deprecated, counts as unicast; some systems connect it to the IPv4 address inside. */
function isIpv4Compatible(address: Address): boolean {
  return (
    address.kind() === 'ipv6' &&
    address
      .toByteArray()
      .slice(0, 12)
      .every((byte) => byte === 0)
  );
}

function matches(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
