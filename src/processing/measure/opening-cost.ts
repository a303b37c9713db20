import type { Metadata } from 'sharp';
import { ImageError } from '../image-error.js';
import type { ImageFormat } from './image-format.js';

/**
 * Parts of a WebP: frames, metadata, anything. The parser looks for each frame
 * from the first one on, so 10,000 take 0.4 s and 350,000, which are no more than 25 MB,
 * hours, during which nothing can stop it.
 */
const MAX_WEBP_CHUNKS = 10_000;

/** Encoders write about ten scans, four times as many at the most. */
const MAX_SCANS = 100;

/**
 * Pixels that the scans of a JPEG go over, all together: 33 scans of 60
 * megapixels. Each scan takes 17 ms for 60 megapixels even when it is empty, and nothing can stop
 * them: 2,600 of them, 578 KB, took 45 s.
 */
const MAX_SCANNED_PIXELS = 2e9;

/**
 * Refuses files that a parser would be busy with for too long, before it sees them.
 *
 * @throws ImageError `IMAGE_TOO_COMPLEX`
 */
export function assertQuickToParse(file: Buffer, format: ImageFormat): void {
  if (format === 'webp' && chunksOf(file) > MAX_WEBP_CHUNKS) throw tooComplex(`${MAX_WEBP_CHUNKS} parts`);
}

/**
 * Refuses a JPEG that goes over its pixels too often.
 *
 * @throws ImageError `IMAGE_TOO_COMPLEX`
 */
export function assertQuickToDecode(file: Buffer, { isProgressive, width, height }: Metadata): void {
  if (!isProgressive) return;
  const most = Math.min(MAX_SCANS, Math.floor(MAX_SCANNED_PIXELS / (width * height)));
  let scans = 0;
  // Also finds the scan of a preview; one more does not matter.
  for (let at = file.indexOf(SCAN); at !== -1; at = file.indexOf(SCAN, at + SCAN.length)) {
    scans += 1;
    if (scans > most) throw tooComplex(`${most} scans`);
  }
}

const SCAN = Buffer.from([0xff, 0xda]);

/** Chunks of the RIFF container, counted up to the limit. What follows the container is nobody's business. */
function chunksOf(file: Buffer): number {
  if (file.length < 12) return 0;
  const end = Math.min(file.length, 8 + file.readUInt32LE(4));
  let chunks = 0;
  for (let at = 12; at + 8 <= end && chunks <= MAX_WEBP_CHUNKS; chunks += 1) {
    const bytes = file.readUInt32LE(at + 4);
    at += 8 + bytes + (bytes % 2);
  }
  return chunks;
}

function tooComplex(limit: string): ImageError {
  return new ImageError(
    'IMAGE_TOO_COMPLEX',
    `could not be measured: it has more than ${limit}, and opening it would take too long.`,
  );
}
