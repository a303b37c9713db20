import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import {
  blackPng,
  jpegSegment,
  losslessWebp,
  packedZeros,
  png,
  pngChunk,
  vp8x,
  webp,
  webpChunk,
} from './chunks.js';
import { progressiveJpeg } from './progressive-jpeg.js';

export interface TestImage {
  readonly name: string;
  readonly file: Buffer;
  /** What becomes of it: sides as a person sees them, or a code. */
  readonly becomes: { readonly width: number; readonly height: number } | string;
}

/** About the most pixels that are measured: 59 million. */
const SIDE = 7_700;

const text = (content: string) => Buffer.from(content, 'latin1');

/** Files made to break or to occupy whoever opens them. Each fails, or is measured right; those with sides of SIDE cost the most. */
export async function hostileImages(): Promise<TestImage[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const picture = sharp({ create: { width: 120, height: 80, channels: 3, background: '#888', noise } });
  const [jpeg, gif, plainPng, plainWebp] = await Promise.all([
    picture.clone().jpeg().toBuffer(),
    picture.clone().gif().toBuffer(),
    picture.clone().png().toBuffer(),
    picture.clone().webp().toBuffer(),
  ]);
  const pixel = losslessWebp(1, 1).subarray(12);
  const frame = webpChunk('ANMF', Buffer.concat([Buffer.alloc(16), pixel]));
  const frames = (count: number) =>
    webp(
      vp8x(100, 100, 2),
      webpChunk('ANIM', Buffer.alloc(6)),
      Buffer.concat(Array<Buffer>(count).fill(frame)),
    );
  const cut = (name: string, file: Buffer): TestImage[] =>
    [0.2, 0.5, 0.9].map((part) => ({
      name: `cut-at-${part}.${name}`,
      file: file.subarray(0, part * file.length),
      becomes: 'IMAGE_DAMAGED',
    }));
  const table: readonly (readonly [string, Buffer, TestImage['becomes']])[] = [
    // What is no image, and images of other kinds
    ['empty', Buffer.alloc(0), 'FILE_EMPTY'],
    ['page.html', text('<!doctype html><html><svg></svg></html>'), 'NOT_AN_IMAGE'],
    ['notes.txt', text('no photo'), 'NOT_AN_IMAGE'],
    ['comments', text('<!---->'.repeat(200)), 'NOT_AN_IMAGE'],
    [
      'drawing.svg',
      text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'FORMAT_NOT_SUPPORTED',
    ],
    [
      'drawing.mvg',
      text('push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 "/etc/passwd"\n'),
      'FORMAT_NOT_SUPPORTED',
    ],
    ['page.pdf', text('%PDF-1.7\n'), 'FORMAT_NOT_SUPPORTED'],
    ['scan.tif', await picture.clone().tiff().toBuffer(), 'FORMAT_NOT_SUPPORTED'],
    ['photo.heic', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'FORMAT_NOT_SUPPORTED'],
    ['photo.avif', await picture.clone().resize(16).avif({ effort: 0 }).toBuffer(), 'FORMAT_NOT_SUPPORTED'],

    // Sides that nobody could keep
    [
      '2-31.png',
      png({ width: 65_536, height: 32_768 }, pngChunk('IDAT', packedZeros(1_000))),
      'TOO_MANY_PIXELS',
    ],
    ['2-31-wide.png', png({ width: 2_147_483_647, height: 1 }), 'TOO_MANY_PIXELS'],
    ['2-32-by-2-32.png', png({ width: 4_294_967_295, height: 4_294_967_295 }), 'TOO_MANY_PIXELS'],
    ['one-row.png', blackPng({ width: 59_000_000, height: 1, depth: 16, colour: 6 }), 'TOO_MANY_PIXELS'],
    ['no-width.png', png({ width: 0, height: 5 }), 'IMAGE_DAMAGED'],
    ['38-bytes.webp', losslessWebp(16_383, 16_383), 'TOO_MANY_PIXELS'],
    ['canvas.webp', webp(vp8x(16_777_216, 255, 2), webpChunk('ANIM', Buffer.alloc(6))), 'TOO_MANY_PIXELS'],
    ['screen.gif', withSides(gif, 6, 65_535, 65_535), 'TOO_MANY_PIXELS'],
    ['sides.jpg', jpegWithSides(jpeg, 65_500, 65_500), 'TOO_MANY_PIXELS'],

    // Sides that are not there
    ['lies.jpg', jpegWithSides(jpeg, 5_000, 5_000), 'IMAGE_DAMAGED'],
    ['lies.png', png({ width: 5_000, height: 5_000 }, pngChunk('IDAT', packedZeros(5_000))), 'IMAGE_DAMAGED'],
    ['lies.webp', losslessWebp(SIDE, SIDE).subarray(0, 32), 'IMAGE_DAMAGED'],
    ['no-height.jpg', jpegWithSides(jpeg, 120, 0), 'IMAGE_DAMAGED'],

    // Pixels that cost much memory, in files of a few hundred kilobytes at the most
    ['all.webp', losslessWebp(SIDE, SIDE), { width: SIDE, height: SIDE }],
    ['rows.png', blackPng({ width: SIDE, height: SIDE }), { width: SIDE, height: SIDE }],
    [
      'interlaced.png',
      blackPng({ width: SIDE, height: SIDE, interlaced: true }),
      { width: SIDE, height: SIDE },
    ],
    [
      'deep.png',
      blackPng({ width: SIDE, height: SIDE, depth: 16, colour: 6, interlaced: true }),
      'IMAGE_TOO_COMPLEX',
    ],
    ['colour.jpg', progressiveJpeg(SIDE, SIDE, 10), 'IMAGE_TOO_COMPLEX'],
    ['cmyk.jpg', progressiveJpeg(SIDE, SIDE, 10, 4), 'IMAGE_TOO_COMPLEX'],
    ['24-megapixels-colour.jpg', progressiveJpeg(6_000, 4_000, 10), { width: 6_000, height: 4_000 }],
    ['24-megapixels-cmyk.jpg', progressiveJpeg(6_000, 4_000, 18, 4), { width: 6_000, height: 4_000 }],

    // Work without end
    ['2600-scans.jpg', progressiveJpeg(SIDE, SIDE, 2_600), 'IMAGE_TOO_COMPLEX'],
    ['50-scans.jpg', progressiveJpeg(SIDE, SIDE, 50), 'IMAGE_TOO_COMPLEX'],
    ['300000-frames.webp', frames(300_000), 'IMAGE_TOO_COMPLEX'],
    ['1000-frames.webp', frames(1_000), { width: 100, height: 100 }],
    [
      'ztxt.png',
      withChunks(plainPng, 40, pngChunk('zTXt', Buffer.concat([text('a\0\0'), packedZeros(50_000_000)]))),
      'IMAGE_TOO_COMPLEX',
    ],
    [
      'iccp.png',
      withChunks(plainPng, 1, pngChunk('iCCP', Buffer.concat([text('a\0\0'), packedZeros(200_000_000)]))),
      'IMAGE_TOO_COMPLEX',
    ],
    [
      'itxt.png',
      withChunks(
        plainPng,
        1,
        pngChunk('iTXt', Buffer.concat([text('a\0\x01\0en\0a\0'), packedZeros(50_000_000)])),
      ),
      'IMAGE_TOO_COMPLEX',
    ],
    [
      'modest.png',
      withChunks(
        plainPng,
        1,
        pngChunk('zTXt', Buffer.concat([text('a\0\0'), deflateSync(Buffer.alloc(9_000, 'note'))])),
      ),
      { width: 120, height: 80 },
    ],
    [
      'frames.png',
      withChunks(plainPng, 1, pngChunk('acTL', Buffer.from([0, 0, 0xff, 0xff, 0, 0, 0, 0]))),
      { width: 120, height: 80 },
    ],
    [
      'icc.jpg',
      Buffer.concat([
        jpeg.subarray(0, 2),
        ...Array.from({ length: 255 }, (_, n) => iccSegment(n + 1)),
        jpeg.subarray(2),
      ]),
      { width: 120, height: 80 },
    ],
    ['frames.gif', gifOfFrames(200_000), { width: 100, height: 100 }],
  ];
  return [
    ...table.map(([name, file, becomes]) => ({ name, file, becomes })),
    ...cut('jpg', jpeg),
    ...cut('png', plainPng),
    ...cut('webp', plainWebp),
    ...cut('gif', gif),
  ];
}

/** A copy whose sides, two bytes each, lie elsewhere than in the truth. */
function withSides(file: Buffer, at: number, width: number, height: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt16LE(width, at);
  copy.writeUInt16LE(height, at + 2);
  return copy;
}

function jpegWithSides(file: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(file);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

/** Chunks behind the header of a PNG. */
function withChunks(file: Buffer, count: number, chunk: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, 33), ...Array<Buffer>(count).fill(chunk), file.subarray(33)]);
}

function iccSegment(number: number): Buffer {
  return jpegSegment(
    0xe2,
    Buffer.concat([text('ICC_PROFILE\0'), Buffer.from([number, 255]), Buffer.alloc(60_000, 1)]),
  );
}

function gifOfFrames(count: number): Buffer {
  const head = text('GIF89a\x64\0\x64\0\x80\0\0\0\0\0\xff\xff\xff');
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...Array<Buffer>(count).fill(frame), text(';')]);
}
