import { InvalidInputError } from '../common/domain-error.js';
import { parseWebUrl, WebUrlError, type WebUrlProblem } from './web-url.js';

/** As long as the URL of an image may be, in characters. */
export const MAX_WEBHOOK_URL = 2_048;

const SENTENCES: Readonly<Record<WebUrlProblem, string>> = {
  URL_INVALID: 'is not a valid URL',
  URL_SCHEME_NOT_ALLOWED: 'must be an http or https URL',
  URL_HAS_CREDENTIALS: 'must not contain a user name or password',
};

/**
 * Checks the text of an address that is to be told something. Where it leads shows
 * when something is sent there: an answer now would tell what is inside the network.
 *
 * @param name of the field, for the sentence
 * @returns the URL as it is asked: an odd spelling (`https:/a/b`, `https://a?b`) would hide its host from whoever
 *   groups or logs by it
 * @throws InvalidInputError
 */
export function readWebhookUrl(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new InvalidInputError(`"${name}" must be a string.`);
  if (value.length > MAX_WEBHOOK_URL) {
    throw new InvalidInputError(`"${name}" may have at most ${MAX_WEBHOOK_URL} characters.`);
  }
  if (value.includes('\0')) throw new InvalidInputError(`"${name}" must not contain a NUL character.`);
  if (!value.isWellFormed()) throw new InvalidInputError(`"${name}" must be valid Unicode.`);
  try {
    return parseWebUrl(value).href;
  } catch (error) {
    throw error instanceof WebUrlError ? new InvalidInputError(`"${name}" ${SENTENCES[error.code]}.`) : error;
  }
}
