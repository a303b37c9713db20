import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isMetadataAddress } from './metadata-addresses.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Which addresses requests may be sent to. */
export class AddressRules {
  private readonly allowed: readonly Network[];

  constructor(
    allowCidrs: readonly string[],
    private readonly allowPrivate: boolean,
  ) {
    this.allowed = allowCidrs.map(network);
  }

  /**
   * @param text a literal address as the resolver or the URL gave it, without brackets
   * @returns whether it is publicly routable or opened by a setting
   */
  permit(text: string): boolean {
    // An address with a zone counts on one interface of this machine only.
    if (isIP(text) === 0 || text.includes('%') || isMetadataAddress(text)) return false;
    if (this.allowPrivate) return true;
    // A mapped IPv4 address leads where that address leads.
    const target = ipaddr.process(text);
    return this.allowed.some((network) => matches(target, network)) || isPublic(ipaddr.parse(text));
  }
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is given out; the rest counts as unicast here, and may lead anywhere (::a.b.c.d to the IPv4 address).
  return address.kind() === 'ipv4' || (address.toByteArray()[0] ?? 0) >> 5 === 1;
}

function network(cidr: string): Network {
  const [address, bits] = ipaddr.parseCIDR(cidr);
  const isMapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96;
  return isMapped ? [address.toIPv4Address(), bits - 96] : [address, bits];
}

function matches(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
