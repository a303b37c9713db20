import { ImageError } from '../image-error.js';

/**
 * Reads the URL of an image. The WHATWG parser normalises the host, so every
 * spelling of an address (octal, hexadecimal, full-width digits, ..) becomes the plain one.
 *
 * @param base the page that redirected here
 * @throws ImageError for anything but an http or https URL without credentials
 */
export function parseImageUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) {
    throw new ImageError('URL_INVALID', 'could not be downloaded: its address is not a valid URL.');
  }
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ImageError(
      'URL_SCHEME_NOT_ALLOWED',
      'could not be downloaded: only http and https addresses are fetched.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new ImageError(
      'URL_HAS_CREDENTIALS',
      'could not be downloaded: its address contains a user name or password.',
    );
  }
  url.hash = '';
  return url;
}
