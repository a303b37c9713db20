import { crc32, deflateSync } from 'node:zlib';

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A chunk of a PNG, with the right checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** 0 grey, 2 RGB, 3 palette, 6 RGBA. */
  readonly colour?: 0 | 2 | 3 | 6;
  readonly interlaced?: boolean;
}

export function pngHeader({ width, height, depth = 8, colour = 2, interlaced = false }: PngHeader): Buffer {
  const kind = Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0]);
  return pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), kind]));
}

/** A PNG of these chunks between header and end. */
export function png(header: PngHeader, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([PNG_SIGNATURE, pngHeader(header), ...chunks, pngChunk('IEND', Buffer.alloc(0))]);
}

/** Zeros, packed as tight as they get: a thousand to one. */
export function packedZeros(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes), { level: 9 });
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

/** A segment of a JPEG. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function uint32le(value: number): Buffer {
  return Buffer.from(uint32(value).reverse());
}
