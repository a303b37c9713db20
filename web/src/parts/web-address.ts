/**
 * The address of a picture as a browser may open it. URLs come from outside and are kept as they were sent: one that
 * is not HTTP, as `javascript:` or `data:`, must never become a link.
 *
 * @returns undefined for everything but HTTP
 */
export function webAddress(url: string): string | undefined {
  const address = parse(url);
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
}

/** What tells one picture from another at a glance: the end of its path, `shelf-1.jpg`; all of what is no web address. */
export function fileName(url: string): string {
  const path =
    parse(webAddress(url) ?? '')
      ?.pathname.split('/')
      .filter(Boolean) ?? [];
  return path.at(-1) ?? url;
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
