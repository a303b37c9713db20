import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** What phones and apps send, from a thumbnail to a photo that was scaled for upload: 20 to 450 KB. */
const KINDS = [
  { name: 'photo-1.jpg', width: 640, height: 480, save: (image) => image.jpeg({ quality: 70 }) },
  { name: 'photo-2.jpg', width: 800, height: 600, save: (image) => image.jpeg({ quality: 80 }) },
  { name: 'photo-3.jpg', width: 1_024, height: 768, save: (image) => image.jpeg({ quality: 75 }) },
  { name: 'photo-4.jpg', width: 1_280, height: 960, save: (image) => image.jpeg({ quality: 80 }) },
  { name: 'photo-5.jpg', width: 960, height: 1_280, save: (image) => image.jpeg({ quality: 60 }) },
  { name: 'photo-6.jpg', width: 1_600, height: 1_200, save: (image) => image.jpeg({ quality: 75 }) },
  { name: 'photo-7.jpg', width: 720, height: 1_280, save: (image) => image.jpeg({ progressive: true }) },
  { name: 'photo-8.png', width: 320, height: 240, save: (image) => image.png() },
  { name: 'photo-9.png', width: 400, height: 300, save: (image) => image.png() },
  { name: 'photo-10.webp', width: 1_024, height: 768, save: (image) => image.webp({ quality: 75 }) },
  { name: 'photo-11.webp', width: 640, height: 480, save: (image) => image.webp({ quality: 80 }) },
];
const SMALL = { name: 'small.jpg', width: 64, height: 48, save: (image) => image.jpeg() };

/** The same pixels at every call. */
const SEED = 20_261_123;

/** Good pictures of REAL_DATA_DIR, measured beside the generated ones. */
const REAL_PHOTOS = /^shelf_(1|2|3|7|11)\.jpg$/;
const REAL_FORMATS = ['4.webp', '5_webp_a.webp', 'Landscape_1.jpg', 'Portrait_8.jpg', 'test-pattern.png'];

/** @returns {Promise<{ folder: string, names: string[] }>} `small.jpg` lies beside the named ones */
export async function makePictures(scratch, realFolder = process.env.REAL_DATA_DIR) {
  const folder = join(scratch, 'pictures');
  mkdirSync(folder);
  for (const { name, width, height, save } of [...KINDS, SMALL])
    writeFileSync(join(folder, name), await save(photo(width, height)).toBuffer());
  for (const [from, name] of realFolder ? realPictures(realFolder) : [])
    if (existsSync(from)) copyFileSync(from, join(folder, name));
  return { folder, names: readdirSync(folder).filter((name) => name !== SMALL.name) };
}

function realPictures(folder) {
  const photos = readdirSync(join(folder, 'photos')).filter((name) => REAL_PHOTOS.test(name));
  return [
    ...photos.map((name) => [join(folder, 'photos', name), `real-${name}`]),
    ...REAL_FORMATS.map((name) => [join(folder, 'formats', name), `real-${name}`]),
  ];
}

/** Patches of colour with edges and a little grain, which packs about as badly as a photo of a shelf. */
function photo(width, height) {
  const random = generator();
  const patches = Array.from({ length: 400 }, () => {
    const [x, y, w, h] = [width, height, width / 8, height / 8].map((side) => Math.floor(random() * side));
    const colour = `rgb(${[0, 0, 0].map(() => Math.floor(random() * 256)).join()})`;
    return `<rect x="${x}" y="${y}" width="${w + 2}" height="${h + 2}" fill="${colour}"/>`;
  });
  const shelf = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${patches.join('')}</svg>`,
  );
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 128 + (random() - 0.5) * 40;
  const grain = sharp(pixels, { raw: { width, height, channels: 3 } });
  return grain.composite([{ input: shelf, blend: 'overlay' }]);
}

/** mulberry32: a small random generator whose sequence is always the same. */
function generator(state = SEED) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
