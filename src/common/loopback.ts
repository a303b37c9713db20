import ipaddr from 'ipaddr.js';

/**
 * Whether a host, as in HOST or in a URL, names this machine alone: `localhost`, `*.localhost`
 * (RFC 6761), 127.0.0.0/8 or ::1. A name is not looked up; only these are certain.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return ipaddr.isValid(name) && ipaddr.process(name).range() === 'loopback';
}
