import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { ImageError } from '../image-error.js';
import type { MemoryBudget, MemoryShare } from '../memory-budget.js';
import { collect, type Collected } from './body-collector.js';
import { BodyMemory } from './body-memory.js';
import type { Deadline } from '../deadline.js';

/** A downloaded body. */
export interface Body {
  readonly bytes: Buffer;
  /** Gives its share of the memory budget back. */
  release(): void;
  /** The same, and its memory is used for another body: nobody may read the bytes any more. */
  recycle(): void;
}

const pool = new BodyMemory();

/**
 * Share that a body begins with, whatever length its server claims; most photos that were
 * scaled for upload fit. A server that claims more and sends nothing holds no more.
 */
const FIRST_BYTES = 524_288;

/** Memory that a body of unknown length begins with; it doubles. */
const START_BYTES = 65_536;

interface Packing {
  readonly unpack: () => NodeJS.ReadWriteStream & Readable;
  /** What unpacking holds beside the body. */
  readonly windowBytes: number;
}

/** Each piece is a turn of a thread, and decoders keep those busy. */
const LARGE_PIECES = { chunkSize: 262_144 };

const GZIP: Packing = { unpack: () => zlib.createGunzip(LARGE_PIECES), windowBytes: 327_680 };
const PACKINGS = new Map<string, Packing>([
  ['gzip', GZIP],
  ['x-gzip', GZIP],
  ['deflate', { unpack: () => zlib.createInflate(LARGE_PIECES), windowBytes: 327_680 }],
  ['br', { unpack: () => zlib.createBrotliDecompress(LARGE_PIECES), windowBytes: 17_039_360 }],
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
  const packing = packingOf(answer);
  const declared = packing ? undefined : declaredLength(answer);
  if (declared !== undefined && declared > maxBytes) throw tooLarge(maxBytes);

  const windowBytes = packing?.windowBytes ?? 0;
  const firstBytes = Math.min(FIRST_BYTES, declared ?? maxBytes);
  // Until somebody reads, an error of the answer is nobody's; the reader finds it destroyed.
  answer.on('error', () => undefined);
  const share = await deadline.pausedFor(() => budget.begin(windowBytes + firstBytes));
  try {
    const stream = packing ? pipeline(answer, packing.unpack(), () => undefined) : answer;
    const allowance = {
      startBytes: declared === undefined ? Math.min(START_BYTES, firstBytes) : firstBytes,
      firstBytes,
      maxBytes: declared ?? maxBytes,
      grow: (toBytes: number) => deadline.pausedFor(() => share.grow(windowBytes + toBytes)),
      tooLarge: () => tooLarge(maxBytes),
    };
    return bodyOf(await collect(stream, allowance, pool), share);
  } catch (error) {
    share.release();
    throw error;
  }
}

/** Apart from where the body was read: what the stream holds on to must not know the body. */
function bodyOf({ bytes, memory }: Collected, share: MemoryShare): Body {
  const recycle = () => {
    share.release();
    pool.giveBack(memory);
  };
  return { bytes, release: () => share.release(), recycle };
}

function packingOf({ headers }: IncomingMessage): Packing | undefined {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return undefined;
  const packing = PACKINGS.get(encoding);
  if (packing) return packing;
  throw new ImageError('BAD_HTTP_ANSWER', 'could not be downloaded: its server packed it in an unknown way.');
}

function declaredLength({ headers }: IncomingMessage): number | undefined {
  const { 'content-length': text } = headers;
  const length = text === undefined ? NaN : Number(text);
  return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

function tooLarge(maxBytes: number): ImageError {
  return new ImageError(
    'FILE_TOO_LARGE',
    `has more than ${maxBytes} bytes, which is the limit (IMAGE_MAX_BYTES).`,
  );
}
