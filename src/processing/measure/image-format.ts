import { ImageError } from '../image-error.js';

/** Formats that are measured. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif';

const INSTEAD = 'send JPEG, PNG, WebP or GIF';

/** Formats people send that are refused, each by the name they know it by. Every test takes time in proportion to the bytes. */
const NOT_SUPPORTED: readonly {
  readonly name: string;
  readonly starts: (text: string) => boolean;
  readonly instead?: string;
}[] = [
  { name: 'TIFF files', starts: (text) => /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(text) },
  { name: 'AVIF files', starts: (text) => /avi[fs]/.test(brands(text)) },
  {
    name: 'HEIC photos',
    starts: (text) => /he[iv][cmsx]|mif1|msf1/.test(brands(text)),
    instead: 'send JPEG',
  },
  { name: 'Video files', starts: (text) => brands(text) !== '' },
  { name: 'BMP files', starts: (text) => text.startsWith('BM') },
  { name: 'PDF files', starts: (text) => text.startsWith('%PDF-') },
  { name: 'PostScript files', starts: (text) => text.startsWith('%!PS') },
  {
    name: 'JPEG XL files',
    starts: (text) => text.startsWith('\xff\x0a') || text.startsWith('\0\0\0\x0cJXL '),
  },
  { name: 'JPEG 2000 files', starts: (text) => text.startsWith('\0\0\0\x0cjP  ') },
  { name: 'SVG files', starts: isSvg },
  { name: 'MVG files', starts: (text) => /^\s*(push graphic-context|viewbox )/i.test(text) },
  { name: 'ICO files', starts: (text) => text.startsWith('\0\0\x01\0') },
  { name: 'PSD files', starts: (text) => text.startsWith('8BPS') },
];

/** Bytes that tell the format; an SVG may begin with comments. */
const HEAD_BYTES = 1_024;

/**
 * Tells an image's format from its first bytes; neither the name of the file
 * nor the content type of the answer is trusted.
 *
 * @throws ImageError `FILE_EMPTY`, `FORMAT_NOT_SUPPORTED` or `NOT_AN_IMAGE`
 */
export function imageFormat(file: Buffer): ImageFormat {
  if (file.length === 0) throw new ImageError('FILE_EMPTY', 'could not be measured: the file is empty.');
  const head = file.toString('latin1', 0, HEAD_BYTES);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  const known = NOT_SUPPORTED.find(({ starts }) => starts(head));
  if (known) {
    throw new ImageError(
      'FORMAT_NOT_SUPPORTED',
      `could not be measured: ${known.name} are not supported; ${known.instead ?? INSTEAD}.`,
    );
  }
  throw new ImageError('NOT_AN_IMAGE', 'could not be measured: the file is not an image.');
}

/** What the first box of an ISO media file says it is, all of its brands in a row; empty for other files. */
function brands(text: string): string {
  if (!text.startsWith('ftyp', 4)) return '';
  const boxBytes = [0, 1, 2, 3].reduce((sum, at) => sum * 256 + text.charCodeAt(at), 0);
  return text.slice(8, Math.max(boxBytes, 12));
}

/**
 * Not one expression for the whole prolog: comments inside it can be taken apart in so
 * many ways that a file of 1 KB made of `<!---->` kept a worker busy for ever.
 */
function isSvg(text: string): boolean {
  const isMarkup = /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!doctype svg|svg)/i.test(text);
  return isMarkup && /<svg[\s>]/i.test(text) && !/<html[\s>]/i.test(text);
}
