import sharp, { type Sharp } from 'sharp';
import type { TestImage } from './hostile-images.js';
import { blackPng } from './chunks.js';

/** Good images of every kind that cameras and tools make; each has to be measured. */
export async function unusualImages(): Promise<TestImage[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#357' } });
  const images: [name: string, image: Sharp, width: number, height: number][] = [
    ['24-megapixels.jpg', flat(6_000, 4_000).jpeg(), 6_000, 4_000],
    ['progressive.jpg', photo(800, 600).jpeg({ progressive: true }), 800, 600],
    ['whole-colour.jpg', photo(800, 600).jpeg({ chromaSubsampling: '4:4:4', quality: 100 }), 800, 600],
    ['cmyk.jpg', photo(300, 200).toColourspace('cmyk').jpeg(), 300, 200],
    ['grey.jpg', photo(300, 200).greyscale().jpeg(), 300, 200],
    ['small.jpg', flat(1, 1).jpeg(), 1, 1],
    ['long.jpg', flat(20_000, 2).jpeg(), 20_000, 2],
    ['16-bit.png', photo(300, 200).toColourspace('rgb16').png(), 300, 200],
    ['interlaced.png', photo(300, 200).png({ progressive: true }), 300, 200],
    ['palette.png', photo(300, 200).png({ palette: true, colours: 16 }), 300, 200],
    [
      'black-and-white.png',
      photo(300, 200).greyscale().threshold().png({ palette: true, colours: 2 }),
      300,
      200,
    ],
    ['transparent.png', photo(300, 200).ensureAlpha(0.5).png(), 300, 200],
    ['small.png', flat(1, 1).png(), 1, 1],
    ['long.png', flat(20_000, 2).png(), 20_000, 2],
    ['photo.webp', photo(300, 200).webp(), 300, 200],
    ['lossless.webp', photo(300, 200).webp({ lossless: true }), 300, 200],
    ['transparent.webp', photo(300, 200).ensureAlpha(0.5).webp(), 300, 200],
    ['small.webp', flat(1, 1).webp(), 1, 1],
    ['long.webp', flat(16_383, 2).webp(), 16_383, 2],
    ['photo.gif', photo(300, 200).gif(), 300, 200],
    ['small.gif', flat(1, 1).gif(), 1, 1],
    ['long.gif', flat(20_000, 2).gif(), 20_000, 2],
    ...Array.from({ length: 8 }, (_, n): [string, Sharp, number, number] => {
      const [width, height] = n + 1 >= 5 ? [200, 300] : [300, 200];
      const turned = photo(300, 200).withMetadata({ orientation: n + 1 });
      return [`orientation-${n + 1}.jpg`, turned.jpeg(), width, height];
    }),
  ];
  const made = images.map(async ([name, image, width, height]) => ({
    name,
    file: await image.toBuffer(),
    becomes: { width, height },
  }));
  return [...(await Promise.all(made)), ...(await oddButWell())];
}

/** What strict readers complain about, and every browser shows. */
async function oddButWell(): Promise<TestImage[]> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } });
  const jpeg = await picture.clone().jpeg().toBuffer();
  const gif = await picture.clone().gif().toBuffer();
  const end = jpeg.length - 2;
  const junk = Buffer.alloc(1_000, 7);
  const screen = Buffer.from(gif);
  screen.writeUInt16LE(640, 6);
  screen.writeUInt16LE(480, 8);
  return [
    { name: 'junk-behind.jpg', file: Buffer.concat([jpeg, junk]), becomes: { width: 64, height: 48 } },
    {
      name: 'padded.jpg',
      file: Buffer.concat([jpeg.subarray(0, end), Buffer.from([0xff, 0xff]), jpeg.subarray(end)]),
      becomes: { width: 64, height: 48 },
    },
    {
      name: 'broken-exif.jpg',
      file: Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from('\xff\xe1\0\x10Exif\0\0II*\0junk', 'latin1'),
        jpeg.subarray(2),
      ]),
      becomes: { width: 64, height: 48 },
    },
    {
      name: 'junk-behind.png',
      file: Buffer.concat([blackPng({ width: 9, height: 7 }), junk]),
      becomes: { width: 9, height: 7 },
    },
    { name: 'small-on-a-screen.gif', file: screen, becomes: { width: 640, height: 480 } },
  ];
}
