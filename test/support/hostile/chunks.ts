import { crc32, deflateRawSync, constants } from 'node:zlib';

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** 0 grey, 2 RGB, 6 RGBA. */
  readonly colour?: 0 | 2 | 6;
  readonly interlaced?: boolean;
}

/** A PNG of these chunks between header and end. */
export function png(header: PngHeader, ...chunks: readonly Buffer[]): Buffer {
  const { width, height, depth = 8, colour = 2, interlaced = false } = header;
  const kind = Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0]);
  const ihdr = pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), kind]));
  return Buffer.concat([PNG_SIGNATURE, ihdr, ...chunks, pngChunk('IEND', Buffer.alloc(0))]);
}

/** A chunk of a PNG, with the right checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

/** A whole black picture of any size, packed as tight as it gets. */
export function blackPng(header: PngHeader): Buffer {
  const { width, height, depth = 8, colour = 2, interlaced = false } = header;
  const pixelBytes = (depth / 8) * { 0: 1, 2: 3, 6: 4 }[colour];
  const bytes = (interlaced ? ADAM7 : [[0, 0, 1, 1] as const])
    .map(([x, y, stepX, stepY]) => [Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)])
    .reduce((sum, [columns = 0, rows = 0]) => sum + (columns > 0 ? rows * (1 + columns * pixelBytes) : 0), 0);
  return png(header, pngChunk('IDAT', packedZeros(bytes)));
}

/** First column and row, and steps, of the seven passes of an interlaced PNG. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** So many zeros as zlib data, a thousandth of the size, without making them first. */
export function packedZeros(bytes: number): Buffer {
  const block = 1_000_000;
  const [whole, rest] = [Math.floor(bytes / block), bytes % block];
  const part = (size: number) =>
    deflateRawSync(Buffer.alloc(size), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = part(block);
  const end = deflateRawSync(Buffer.alloc(rest), { level: 9 });
  // The checksum of zeros: a sum of 1, and a sum of sums of their number.
  const sum = uint32(((bytes % 65_521) << 16) | 1);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array<Buffer>(whole).fill(packed), end, sum]);
}

/** A RIFF container with these chunks, as WebP files are. */
export function webp(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), uint32le(body.length), body]);
}

export function webpChunk(type: string, data: Buffer): Buffer {
  const padding = Buffer.alloc(data.length % 2);
  return Buffer.concat([Buffer.from(type, 'latin1'), uint32le(data.length), data, padding]);
}

/** The extended header: flags and the sides of the canvas. */
export function vp8x(width: number, height: number, flags = 0): Buffer {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return webpChunk('VP8X', data);
}

/** A lossless picture of one colour in 38 bytes, whatever its size; whole ones open, those cut do not. */
export function losslessWebp(width: number, height: number): Buffer {
  const sides = (width - 1) | ((height - 1) << 14);
  return webp(webpChunk('VP8L', Buffer.concat([Buffer.from([0x2f]), uint32le(sides), ONE_COLOUR])));
}

/** The rest of the picture, as libwebp writes it for grey. */
const ONE_COLOUR = Buffer.from('0750c42216b1ff8188e87f00', 'hex');

/** A segment of a JPEG. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function uint32le(value: number): Buffer {
  return Buffer.from(uint32(value).reverse());
}
