import type { ImageFormat } from './image-format.js';
import type { ImageSize } from './perimeter.js';

/**
 * Sides of an image as its header declares them, read without a parser that
 * strangers' files could trouble. A side may be 0.
 *
 * @returns undefined for JPEG, which keeps them behind others' data, and where the header is cut or unknown
 */
export function declaredSides(file: Buffer, format: ImageFormat): ImageSize | undefined {
  switch (format) {
    case 'png':
      return pngSides(file);
    case 'gif':
      return file.length < 10 ? undefined : { width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
    case 'webp':
      return file.length < 30 ? undefined : webpSides(file);
    case 'jpeg':
      return undefined;
  }
}

/** IHDR has to come first. */
function pngSides(file: Buffer): ImageSize | undefined {
  if (file.length < 24 || file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The first chunk is the extended header, or the picture itself in one of two ways. */
function webpSides(file: Buffer): ImageSize | undefined {
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}
