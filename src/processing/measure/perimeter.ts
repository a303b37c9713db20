/** Both sides of an image in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Perimeter of an image.
 *
 * @param size both sides in pixels, integers >= 1
 * @returns `2 * (width + height)`, in pixels
 * @throws RangeError when a side is not a positive integer
 * @see README, "What is measured" (source of the formula)
 */
export function perimeterPx({ width, height }: ImageSize): number {
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < 1) throw new RangeError(`Not an image side in pixels: ${side}`);
  }
  return 2 * (width + height);
}
