import type { ImageSize } from './perimeter.js';

/** How an image looks, as far as numbers tell; null where nobody has looked at its pixels. */
export interface Appearance {
  /**
   * Variance of the Laplacian of the small grey copy, in whole numbers: how much each pixel differs from its
   * neighbours. Photos of shelves have hundreds to thousands, blurred ones less than a hundred.
   */
  readonly sharpness: number | null;
  /** Mean of the grey values, 0 (black) to 255 (white), in whole numbers. */
  readonly brightness: number | null;
}

export const UNSEEN: Appearance = { sharpness: null, brightness: null };

/** Share of red, green and blue in grey (ITU-R BT.601), in 1/256. */
const [RED, GREEN, BLUE] = [77, 150, 29];

/**
 * Looks at a small copy; 50,000 pixels take 0.2 ms.
 *
 * @param pixels rows of 1 (grey), 2 (with alpha), 3 (RGB) or 4 channels, 8 bits each
 */
export function appearanceOf(pixels: Uint8Array, { width, height }: ImageSize): Appearance {
  const grey = greyOf(pixels, pixels.length / (width * height));
  let brightness = 0;
  for (const value of grey) brightness += value;
  let [sum, squares] = [0, 0];
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const around =
        (grey[at - 1] as number) +
        (grey[at + 1] as number) +
        (grey[at - width] as number) +
        (grey[at + width] as number);
      const edge = around - 4 * (grey[at] as number);
      sum += edge;
      squares += edge * edge;
    }
  }
  const inside = (width - 2) * (height - 2);
  return {
    sharpness: Math.round(squares / inside - (sum / inside) ** 2),
    brightness: Math.round(brightness / grey.length),
  };
}

function greyOf(pixels: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return pixels;
  const grey = new Uint8Array(pixels.length / channels);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels) {
    grey[at] =
      channels < 3
        ? (pixels[from] as number)
        : (RED * (pixels[from] as number) +
            GREEN * (pixels[from + 1] as number) +
            BLUE * (pixels[from + 2] as number)) >>
          8;
  }
  return grey;
}
