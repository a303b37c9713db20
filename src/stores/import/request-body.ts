import type { IncomingMessage } from 'node:http';
import { DomainError, InvalidInputError } from '../../common/domain-error.js';

/** Largest CSV over HTTP; six million stores, and well within what an upload may take. */
export const MAX_UPLOAD_BYTES = 268_435_456;

/** How long the rest of a refused upload is read, so that the sender gets to hear the answer. */
const DRAIN_MS = 10_000;

export class UploadTooLargeError extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'BODY_TOO_LARGE';
  constructor() {
    super(`The CSV file is larger than ${MAX_UPLOAD_BYTES} bytes; load it with the command stores:seed.`);
  }
}

/** @throws UploadTooLargeError when the sender announces more than may come */
export function assertMayFit({ headers }: IncomingMessage): void {
  if (Number(headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) throw new UploadTooLargeError();
}

/**
 * The body of a request, piece by piece. Whoever stops reading leaves the
 * connection open, so that an answer can still be sent.
 *
 * @throws UploadTooLargeError
 * @throws InvalidInputError `BODY_INCOMPLETE` when the sender goes away
 */
export async function* bodyOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  let bytes = 0;
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_UPLOAD_BYTES) throw new UploadTooLargeError();
      yield chunk;
    }
  } catch (error) {
    if (!request.destroyed && !request.errored) throw error;
    throw new InvalidInputError('The CSV file did not arrive whole; nothing was loaded.', 'BODY_INCOMPLETE');
  }
}

/** Reads what is left of a body without looking at it; gives up after ten seconds. */
export async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    request.once('close', resolve).once('end', resolve).resume();
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  });
}
