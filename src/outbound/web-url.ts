export type WebUrlProblem = 'URL_INVALID' | 'URL_SCHEME_NOT_ALLOWED' | 'URL_HAS_CREDENTIALS';

/** A text that is no address to send a request to; whoever asked knows what it was to be the address of. */
export class WebUrlError extends Error {
  constructor(readonly code: WebUrlProblem) {
    super(code);
  }
}

/**
 * Reads the URL of something on the web. The WHATWG parser normalises the host, so every
 * spelling of an address (octal, hexadecimal, full-width digits, ..) becomes the plain one.
 *
 * @param base the page that redirected here
 * @throws WebUrlError for anything but an http or https URL without credentials
 */
export function parseWebUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new WebUrlError('URL_INVALID');
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new WebUrlError('URL_SCHEME_NOT_ALLOWED');
  if (url.username !== '' || url.password !== '') throw new WebUrlError('URL_HAS_CREDENTIALS');
  url.hash = '';
  return url;
}
