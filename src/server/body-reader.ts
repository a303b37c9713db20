import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { DomainError, InvalidInputError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';
import type { HeldBodies } from './held-bodies.js';

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export interface BodyLimit {
  readonly maxBytes: number;
  /** The setting that moves the limit, for the sentence. */
  readonly setting?: string;
}

export class BodyTooLargeError extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'BODY_TOO_LARGE';
  constructor({ maxBytes, setting }: BodyLimit) {
    super(`The request body is larger than ${maxBytes} bytes${setting ? ` (${setting})` : ''}.`);
  }
}

class UnsupportedEncodingError extends DomainError {
  readonly kind = 'unsupported-type';
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  constructor(encoding: string) {
    super(`The request body must be plain or packed with gzip, deflate or br, not ${quote(encoding)}.`);
  }
}

/**
 * A whole body, unpacked. Stops at the first byte too many, packed or unpacked,
 * without waiting for the rest, and leaves the connection open for the answer.
 *
 * @throws BodyTooLargeError, UnsupportedEncodingError, TooManyBodiesError
 * @throws InvalidInputError `BODY_INCOMPLETE` or `BODY_UNREADABLE`
 */
export async function readBody(
  request: IncomingMessage,
  limit: BodyLimit,
  held: HeldBodies,
): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit.maxBytes) throw new BodyTooLargeError(limit);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(request)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > limit.maxBytes) throw new BodyTooLargeError(limit);
    held.grow(request, bytes);
  }
  return Buffer.concat(chunks, bytes);
}

async function* unpacked(request: IncomingMessage): AsyncGenerator<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS[encoding]?.();
  if (!decoder && encoding !== 'identity') throw new UnsupportedEncodingError(encoding);
  const isCut = () => request.destroyed && !request.complete;
  const hangUp = () => isCut() && decoder?.destroy(incomplete());
  request.once('close', hangUp);
  try {
    const source: Readable = decoder ? request.pipe(decoder) : request;
    yield* source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (isCut()) throw incomplete();
    throw new InvalidInputError(`The request body is not what ${quote(encoding)} packs.`, 'BODY_UNREADABLE');
  } finally {
    request.removeListener('close', hangUp);
    if (decoder) {
      request.unpipe(decoder);
      decoder.on('error', () => undefined).destroy();
    }
  }
}

function incomplete(): InvalidInputError {
  return new InvalidInputError('The request body did not arrive whole.', 'BODY_INCOMPLETE');
}
