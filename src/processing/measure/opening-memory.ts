import type { Metadata } from 'sharp';
import type { ImageFormat } from './image-format.js';

/** Rows that are kept while a picture is decoded row by row; about 560 were seen. */
const ROWS = 600;

/** Beside the pixels: metadata is copied about so often. */
export const FILE_COPIES = 4;

/** Coefficients of all components for each pixel, two bytes each, by how far colour is thinned out. */
const JPEG_BYTES: Readonly<Record<string, number>> = { '4:2:0': 3, '4:2:2': 4, '4:4:4': 6 };

/**
 * Bytes that are in use at the peak while an image is opened, from what its
 * header says. Measured on files of 59 megapixels: a baseline JPEG took 14 MB, a progressive
 * one 183 to 475 MB, an interlaced PNG of four channels with 16 bits 454 MB, a GIF 242 MB.
 */
export function openingBytes(fileBytes: number, format: ImageFormat, metadata: Metadata): number {
  const { width, height } = metadata;
  const isWhole = format === 'webp' || format === 'gif' || metadata.isProgressive === true;
  const rows = isWhole ? height : Math.min(height, ROWS);
  return FILE_COPIES * fileBytes + width * rows * bytesPerPixel(format, metadata);
}

function bytesPerPixel(format: ImageFormat, { isProgressive, depth, channels, ...rest }: Metadata): number {
  switch (format) {
    case 'webp':
    case 'gif':
      return 4;
    case 'png':
      return channels * (depth === 'ushort' ? 2 : 1);
    case 'jpeg':
      return isProgressive ? (JPEG_BYTES[rest.chromaSubsampling ?? ''] ?? 2 * channels) : channels;
  }
}
