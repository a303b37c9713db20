import { isLoopbackHost } from '../common/loopback.js';

/** A name or an address, maybe with a port; nothing a URL parser would have to guess at. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/**
 * Whether a Host header names this machine. A page that makes the browser
 * believe its own name were our address (DNS rebinding) still sends its own name.
 */
export function isLocalHost(host: string | undefined): boolean {
  const name = HOST.exec(host ?? '')?.[1];
  return name !== undefined && isLoopbackHost(name);
}

/**
 * Whether an Origin header names the host that was asked, or one of our own addresses.
 * A proxy may have changed the scheme, so it does not count; its standard port does.
 *
 * @param host of the request, with the port where it is not the standard one
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from, origin: whole } = new URL(origin);
  if (whole === new URL(publicUrl).origin) return true;
  const asked = `${protocol}//${host}`;
  return HOST.test(host ?? '') && URL.canParse(asked) && new URL(asked).host === from;
}
