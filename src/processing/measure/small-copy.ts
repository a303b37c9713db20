import type { ImageSize } from './perimeter.js';

/** Longest side of a copy: enough to tell a blurred photo from a sharp one, and quick to look through. */
const LONGEST = 256;

/** Most by which an image is made smaller: large photos keep as much detail as a screen would show. */
const MOST_THINNING = 12;

/** A narrower copy is off by too much in its other side, and shows nothing. */
const NARROWEST = 8;

/** @returns the sides of a small copy of an image; undefined for one so long and narrow that it has none */
export function copySides({ width, height }: ImageSize): ImageSize | undefined {
  const thinning = Math.min(MOST_THINNING, Math.max(1, Math.max(width, height) / LONGEST));
  const copy = { width: Math.round(width / thinning), height: Math.round(height / thinning) };
  return Math.min(copy.width, copy.height) < NARROWEST ? undefined : copy;
}

/**
 * A JPEG is thinned out by 2, 4 or 8 while it is decoded. Rows at its end that make no whole row of the copy are left out
 * then, and a file that was cut there would pass.
 */
export function losesRows({ height }: Pick<ImageSize, 'height'>): boolean {
  return height % 8 !== 0;
}
