import { ImageError } from '../image-error.js';

/** Longest opening of an image, in seconds. A 60-megapixel photo takes one or two. */
export const OPENING_TIMEOUT_S = 20;

/** What the failure of an opening means for the image; the decoder tells in words only. */
export function toMeasureError(error: Error, maxPixels: number): ImageError {
  if (error instanceof ImageError) return error;
  if (error.message.includes('pixel limit')) return tooManyPixels(maxPixels);
  return error.message.startsWith('timeout') ? tooSlow() : damaged();
}

export function tooManyPixels(maxPixels: number): ImageError {
  return new ImageError(
    'TOO_MANY_PIXELS',
    `could not be measured: it has more than ${maxPixels} pixels, which is the limit (IMAGE_MAX_PIXELS).`,
  );
}

export function tooLong(maxSide: number): ImageError {
  return new ImageError(
    'TOO_MANY_PIXELS',
    `could not be measured: it has a side of more than ${maxSide} pixels.`,
  );
}

export function tooMuchMemory(mostBytes: number): ImageError {
  const mebibytes = Math.floor(mostBytes / 1_048_576);
  return new ImageError(
    'IMAGE_TOO_COMPLEX',
    `could not be measured: opening it would take more than ${mebibytes} MiB; save it without interlacing, or smaller.`,
  );
}

export function tooSlow(): ImageError {
  return new ImageError('DECODE_TIMEOUT', `could not be opened within ${OPENING_TIMEOUT_S} s.`);
}

export function damaged(): ImageError {
  return new ImageError('IMAGE_DAMAGED', 'could not be opened: the file is damaged or incomplete.');
}
