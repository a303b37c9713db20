import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a refused body is read and dropped. */
const LINGER_MS = 10_000;

/**
 * Lets somebody who is still sending a body hear why it is refused. A connection
 * that is closed at once is reset, and the reset overtakes the answer; so the rest
 * is read without looking at it, and the connection cut when it does not end.
 */
export function lingerAfter(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  response.once('finish', () => {
    request.resume();
    const timer = setTimeout(() => request.destroy(), LINGER_MS).unref();
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  });
}
