import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

export interface Picture {
  /** Name of the file, as in `shelf_1.jpg`. */
  readonly name: string;
  readonly file: Buffer;
  /** `2 * (width + height)` in pixels as a person sees it; absent when it cannot be measured. */
  readonly perimeter?: number;
  /** Why it cannot be measured. */
  readonly code?: string;
}

/** The real photos and what is known of them, from reading their headers with other programs. */
const REAL: readonly Omit<Picture, 'file'>[] = [
  { name: 'photos/shelf_1.jpg', perimeter: 8_960 },
  { name: 'photos/shelf_2.jpg', perimeter: 8_960 },
  { name: 'photos/shelf_3.jpg', perimeter: 8_960 },
  { name: 'photos/shelf_11.jpg', perimeter: 8_960 },
  { name: 'photos/shelf_7.jpg', perimeter: 11_424 },
  { name: 'photos/shelf_22.jpg', code: 'IMAGE_DAMAGED' },
  { name: 'formats/Landscape_1.jpg', perimeter: 2_100 },
  { name: 'formats/Portrait_8.jpg', perimeter: 2_100 },
  { name: 'formats/4.webp', perimeter: 3_592 },
  { name: 'formats/5_webp_a.webp', perimeter: 1_200 },
  { name: 'formats/test-pattern.png', perimeter: 4_480 },
  { name: 'formats/rotating-squares.gif', perimeter: 320 },
  { name: 'formats/truncated.jpg', code: 'IMAGE_DAMAGED' },
  { name: 'formats/truncated.png', code: 'IMAGE_DAMAGED' },
  { name: 'formats/corrupt-header.jpg', code: 'IMAGE_DAMAGED' },
  { name: 'formats/G31D.TIF', code: 'FORMAT_NOT_SUPPORTED' },
];

/** Photos and formats, good and bad: the real ones where REAL_DATA_DIR names them, generated ones of the same traits elsewhere. */
export async function pictures(): Promise<Picture[]> {
  const folder = process.env['REAL_DATA_DIR'];
  if (folder) return REAL.map((picture) => ({ ...picture, file: readFileSync(join(folder, picture.name)) }));
  const shelf = await photo(1_920, 2_560).jpeg().toBuffer();
  const png = await photo(640, 480).png().toBuffer();
  return [
    { name: 'shelf.jpg', file: shelf, perimeter: 8_960 },
    {
      name: 'progressive.jpg',
      file: await photo(800, 600).jpeg({ progressive: true }).toBuffer(),
      perimeter: 2_800,
    },
    {
      name: 'turned.jpg',
      file: await photo(600, 450).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
      perimeter: 2_100,
    },
    { name: 'photo.webp', file: await photo(1_024, 772).webp().toBuffer(), perimeter: 3_592 },
    { name: 'photo.png', file: png, perimeter: 2_240 },
    { name: 'photo.gif', file: await photo(80, 80).gif().toBuffer(), perimeter: 320 },
    // The header is fine, the lower half is gone; once cut off, once overwritten.
    {
      name: 'half.jpg',
      file: Buffer.concat([shelf.subarray(0, shelf.length / 2), Buffer.from([0xff, 0xd9])]),
      code: 'IMAGE_DAMAGED',
    },
    { name: 'cut.jpg', file: shelf.subarray(0, 10_000), code: 'IMAGE_DAMAGED' },
    { name: 'cut.png', file: png.subarray(0, png.length / 2), code: 'IMAGE_DAMAGED' },
    { name: 'header.jpg', file: shelf.subarray(0, 100), code: 'IMAGE_DAMAGED' },
    { name: 'scan.tif', file: await photo(64, 64).tiff().toBuffer(), code: 'FORMAT_NOT_SUPPORTED' },
  ];
}

/** Noise over a gradient, which packs about as badly as a photo of a shelf. */
export function photo(width: number, height: number): Sharp {
  const gradient = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g">
      <stop stop-color="#c33"/><stop offset="1" stop-color="#36c"/></linearGradient></defs>
      <rect width="100%" height="100%" fill="url(#g)" opacity="0.6"/></svg>`,
  );
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } }).composite([
    { input: gradient },
  ]);
}

/** Boxes of all colours side by side, 1280 x 960: many edges, as on a shelf. */
export function shelf(): Sharp {
  const boxes = Array.from({ length: 192 }, (_, n) => {
    const [x, y] = [(n % 16) * 80, Math.floor(n / 16) * 80];
    return `<rect x="${x}" y="${y}" width="60" height="70" fill="hsl(${n * 47}, 80%, ${30 + (n % 5) * 15}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">${boxes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' });
}
