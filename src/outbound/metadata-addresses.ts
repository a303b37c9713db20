import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Where clouds and container platforms answer questions about the machine and
 * its keys. They stay shut whatever the settings say.
 */
const IPV4 = [
  '169.254.169.254', // AWS, Azure, Google, Oracle, DigitalOcean, Hetzner, OpenStack and most others
  '169.254.170.2', // AWS, tasks in containers
  '169.254.170.23', // AWS, pods
  '169.254.42.42', // Scaleway
  '169.254.0.23', // Tencent
  '100.100.100.200', // Alibaba
  '168.63.129.16', // Azure, from the host of the machine; the address itself is a public one
  '192.0.0.192', // Oracle, classic
];
const IPV6 = [
  'fd00:ec2::254', // AWS
  'fd00:ec2::23', // AWS, pods
  'fd20:ce::254', // Google
  'fd00:42::42', // Scaleway
  'fd00:a9fe:a9fe::1', // Akamai
];

const PLAIN = new Set(IPV4);
const BYTES = new Set(IPV4.map((text) => ipaddr.parse(text).toByteArray().join()));
const NORMALISED = new Set(IPV6.map((text) => ipaddr.parse(text).toNormalizedString()));

/**
 * Where the bytes of an IPv4 address lie in IPv6 addresses that lead to it: at the end (mapped,
 * compatible, SIIT, ISATAP, NAT64 of any prefix of 96 bits; also Oracle and OpenStack, which made
 * addresses of their own that way), 6to4, and NAT64 with prefixes of 64 to 32 bits (RFC 6052).
 */
const EMBEDDED = [
  [12, 13, 14, 15],
  [2, 3, 4, 5],
  [9, 10, 11, 12],
  [7, 9, 10, 11],
  [6, 7, 9, 10],
  [5, 6, 7, 9],
  [4, 5, 6, 7],
];

/** Teredo keeps the address at the end with every bit turned over. */
const TEREDO = [12, 13, 14, 15];

/** @param text an IPv4 or IPv6 address without a zone */
export function isMetadataAddress(text: string): boolean {
  if (isIPv4(text)) return PLAIN.has(text);
  const address = ipaddr.parse(text);
  if (NORMALISED.has(address.toNormalizedString())) return true;
  const bytes = address.toByteArray();
  const at = (places: readonly number[]) => places.map((place) => bytes[place] ?? 0);
  const turned = at(TEREDO).map((byte) => 255 - byte);
  return [...EMBEDDED.map(at), turned].some((embedded) => BYTES.has(embedded.join()));
}
