import ipaddr from 'ipaddr.js';

/** What proxies write into X-Forwarded-For: IPv6 in brackets, and either kind with a port. */
const BRACKETED = /^\[([^\]]*)\](?::\d+)?$/;
const WITH_PORT = /^(\d+\.\d+\.\d+\.\d+):\d+$/;

/**
 * The one way in which an address is written here: without a port, IPv6 in its shortest form,
 * and IPv4 as such also where it is wrapped in IPv6. Undefined for what is no address.
 */
export function plainAddress(text: string): string | undefined {
  const bare = (BRACKETED.exec(text) ?? WITH_PORT.exec(text))?.[1] ?? text;
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : undefined;
}
