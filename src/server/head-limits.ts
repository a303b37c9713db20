import type { NextFunction, Request, Response } from 'express';
import { DomainError, InvalidInputError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';

/** A browser sends some 20 headers, a chain of proxies adds as many. */
const MAX_HEADERS = 100;
/** Characters of path and query; the longest real ones carry a few hundred. */
const MAX_TARGET_LENGTH = 8_192;
/** The parser of queries would drop what comes after the thousandth without a word. */
const MAX_PARAMETERS = 100;

class TooManyHeadersError extends DomainError {
  readonly kind = 'headers-too-large';
  readonly code = 'TOO_MANY_HEADERS';
  constructor(headers: number) {
    super(`The request has ${headers} headers; at most ${MAX_HEADERS} are possible.`);
  }
}

class UrlTooLongError extends DomainError {
  readonly kind = 'url-too-long';
  readonly code = 'URL_TOO_LONG';
  constructor(length: number) {
    super(`The URL has ${length} characters; at most ${MAX_TARGET_LENGTH} are possible.`);
  }
}

/** Refuses a request whose head is out of all proportion, or can be read in two ways. */
export function limitHead(request: Request, response: Response, next: NextFunction): void {
  const { rawHeaders, url, headers } = request;
  if (rawHeaders.length > 2 * MAX_HEADERS) throw new TooManyHeadersError(rawHeaders.length / 2);
  if (url.length > MAX_TARGET_LENGTH) throw new UrlTooLongError(url.length);
  const parameters = url.includes('?') ? url.split('&').length : 0;
  if (parameters > MAX_PARAMETERS) {
    throw new InvalidInputError(
      `The URL has ${parameters} query parameters; at most ${MAX_PARAMETERS} are possible.`,
    );
  }
  const ambiguity = ambiguityOf(request);
  if (ambiguity !== undefined) {
    // Where this request ends is a matter of opinion, and so is where the next one begins.
    response.setHeader('Connection', 'close');
    throw new InvalidInputError(ambiguity, 'MALFORMED_REQUEST');
  }
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
    throw new InvalidInputError(`"Expect" must be "100-continue", not ${quote(headers.expect)}.`);
  }
  next();
}

/** What a proxy in front may read in another way than we do, so that a part of one request passes for another one. */
function ambiguityOf({ rawHeaders, httpVersion, headers }: Request): string | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'The request must be HTTP/1.1 or HTTP/1.0.';
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) {
    return 'The request must have exactly one Host header.';
  }
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return undefined;
  if (httpVersion === '1.0') return 'A request with "Transfer-Encoding" must be HTTP/1.1.';
  if (coding.toLowerCase() === 'chunked') return undefined;
  return `"Transfer-Encoding" must be "chunked", not ${quote(coding)}.`;
}
