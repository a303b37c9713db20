import ipaddr from 'ipaddr.js';
import type { Caller } from '../caller.js';

/** Whose requests are counted together: those of a key, wherever it is used; without one, those of an address. */
export function clientName({ id, address }: Pick<Caller, 'id' | 'address'>): string {
  return id === '' ? addressName(address) : `key:${id}`;
}

/** A household or a server has a whole /64 of IPv6 addresses, so one of them tells as little as a port number. */
export function addressName(address: string): string {
  const parsed = ipaddr.isValid(address) ? ipaddr.parse(address) : undefined;
  if (!(parsed instanceof ipaddr.IPv6)) return `address:${address}`;
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `address:${network.join(':')}::/64`;
}
