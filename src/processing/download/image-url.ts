import { parseWebUrl, WebUrlError, type WebUrlProblem } from '../../outbound/web-url.js';
import { ImageError } from '../image-error.js';

const REASONS: Readonly<Record<WebUrlProblem, string>> = {
  URL_INVALID: 'could not be downloaded: its address is not a valid URL.',
  URL_SCHEME_NOT_ALLOWED: 'could not be downloaded: only http and https addresses are fetched.',
  URL_HAS_CREDENTIALS: 'could not be downloaded: its address contains a user name or password.',
};

/**
 * Reads the URL of an image.
 *
 * @param base the page that redirected here
 * @throws ImageError for anything but an http or https URL without credentials
 */
export function parseImageUrl(text: string, base?: URL): URL {
  try {
    return parseWebUrl(text, base);
  } catch (error) {
    throw error instanceof WebUrlError ? new ImageError(error.code, REASONS[error.code]) : error;
  }
}
