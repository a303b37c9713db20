import { ImageError } from '../image-error.js';

/** Formats that are measured. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif';

const NOT_SUPPORTED: readonly { readonly name: string; readonly starts: (text: string) => boolean }[] = [
  { name: 'TIFF', starts: (text) => /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(text) },
  { name: 'HEIC', starts: (text) => /^.{4}ftyp(hei|hev|mif1|msf1)/s.test(text) },
  { name: 'AVIF', starts: (text) => /^.{4}ftypavi/s.test(text) },
  { name: 'BMP', starts: (text) => text.startsWith('BM') },
  { name: 'PDF', starts: (text) => text.startsWith('%PDF-') },
  { name: 'JPEG XL', starts: (text) => text.startsWith('\xff\x0a') || text.startsWith('\0\0\0\x0cJXL ') },
  { name: 'JPEG 2000', starts: (text) => text.startsWith('\0\0\0\x0cjP  ') },
  {
    name: 'SVG',
    starts: (text) =>
      /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/is.test(text),
  },
  { name: 'ICO', starts: (text) => text.startsWith('\0\0\x01\0') },
  { name: 'PSD', starts: (text) => text.startsWith('8BPS') },
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
      `could not be measured: ${known.name} files are not supported; send JPEG, PNG, WebP or GIF.`,
    );
  }
  throw new ImageError('NOT_AN_IMAGE', 'could not be measured: the file is not an image.');
}
