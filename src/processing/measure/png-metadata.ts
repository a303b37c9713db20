import { createInflate } from 'node:zlib';
import { ImageError } from '../image-error.js';

/** What the packed texts and the colour profile of a PNG may unpack to, together. Large profiles of printers have 4 MB. */
const MAX_UNPACKED_BYTES = 16_777_216;

/** Zlib packs to a thousandth at the best, so that a smaller piece needs no look. */
const HARMLESS_BYTES = 8_192;

const PIECE_BYTES = 1_048_576;

const PACKED = new Set(['zTXt', 'iCCP', 'iTXt']);

/**
 * Refuses a PNG whose metadata unpacks to more than any photo has. The parser
 * would stop as well, but only after it has worked on every piece.
 *
 * @throws ImageError `IMAGE_TOO_COMPLEX`
 */
export async function assertModestMetadata(file: Buffer): Promise<void> {
  let left = MAX_UNPACKED_BYTES;
  for (const data of packedPieces(file)) {
    left -= await unpackedBytes(data, left);
    if (left <= 0) throw tooMuch();
  }
}

function* packedPieces(file: Buffer): Generator<Buffer> {
  for (let at = 8; at + 8 <= file.length;) {
    const bytes = file.readUInt32BE(at);
    const from = at + 8;
    const type = file.toString('latin1', at + 4, from);
    if (bytes > HARMLESS_BYTES && PACKED.has(type)) yield packedPart(type, file.subarray(from, from + bytes));
    at = from + bytes + 4;
  }
}

/** Behind the keyword and how it is packed; an iTXt has language and translation in between, and need not be packed. */
function packedPart(type: string, chunk: Buffer): Buffer {
  const end = (from: number) => chunk.indexOf(0, from) + 1;
  const at = end(0);
  if (type !== 'iTXt') return chunk.subarray(at + 1);
  return chunk[at] === 1 ? chunk.subarray(end(end(at + 2))) : Buffer.alloc(0);
}

/** Unpacks in large pieces, each a turn of a thread, and keeps none. @returns bytes that were unpacked, about `most` at the most */
function unpackedBytes(data: Buffer, most: number): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0;
    const unpacking = createInflate({ chunkSize: PIECE_BYTES });
    unpacking.on('data', ({ length }: Buffer) => {
      bytes += length;
      if (bytes >= most) unpacking.destroy();
    });
    unpacking.on('error', () => resolve(0)).on('close', () => resolve(bytes));
    unpacking.end(data);
  });
}

function tooMuch(): ImageError {
  return new ImageError(
    'IMAGE_TOO_COMPLEX',
    'could not be measured: its metadata unpacks to more than 16 MB.',
  );
}
