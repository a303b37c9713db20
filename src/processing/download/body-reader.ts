import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { ImageError } from '../image-error.js';
import type { MemoryBudget, MemoryShare } from '../memory-budget.js';
import type { Deadline } from './deadline.js';

/** A downloaded body; `release` gives its share of the memory budget back. */
export interface Body {
  readonly bytes: Buffer;
  release(): void;
}

/** Share that a body of unknown length begins with; most photos of phones that were scaled for upload fit. */
const UNKNOWN_LENGTH_BYTES = 512 * 1_024;

const UNPACK = new Map<string, () => NodeJS.ReadWriteStream & Readable>([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  ['deflate', () => zlib.createInflate()],
  ['br', () => zlib.createBrotliDecompress()],
]);

/**
 * Reads an answer to its end, within the limit and the memory budget. Bytes
 * are counted after unpacking, so a small answer cannot grow without end.
 *
 * @param maxBytes an answer that is longer fails as soon as that shows
 */
export async function readBody(
  answer: IncomingMessage,
  maxBytes: number,
  budget: MemoryBudget,
  deadline: Deadline,
): Promise<Body> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = UNPACK.get(encoding);
  if (!unpack && encoding !== 'identity' && encoding !== '') {
    throw new ImageError(
      'BAD_HTTP_ANSWER',
      `could not be downloaded: its server packed it in an unknown way.`,
    );
  }
  const declared = unpack ? undefined : declaredLength(answer);
  if (declared !== undefined && declared > maxBytes) throw tooLarge(maxBytes);

  const share = await paused(deadline, () =>
    budget.begin(declared ?? Math.min(UNKNOWN_LENGTH_BYTES, maxBytes)),
  );
  try {
    const stream = unpack ? pipeline(answer, unpack(), () => undefined) : answer;
    const bytes = await collect(stream, maxBytes, share, deadline);
    return { bytes, release: () => share.release() };
  } catch (error) {
    share.release();
    throw error;
  }
}

async function collect(
  stream: Readable,
  maxBytes: number,
  share: MemoryShare,
  deadline: Deadline,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
    await paused(deadline, () => share.grow(length));
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length);
}

/** Time spent waiting for our own memory does not count against the host. */
async function paused<T>(deadline: Deadline, wait: () => Promise<T>): Promise<T> {
  deadline.pause();
  try {
    return await wait();
  } finally {
    deadline.resume();
  }
}

function declaredLength({ headers }: IncomingMessage): number | undefined {
  const length = Number(headers['content-length']);
  return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

function tooLarge(maxBytes: number): ImageError {
  return new ImageError(
    'FILE_TOO_LARGE',
    `has more than ${maxBytes} bytes, which is the limit (IMAGE_MAX_BYTES).`,
  );
}
