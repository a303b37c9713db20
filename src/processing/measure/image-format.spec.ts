import { imageFormat } from './image-format.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('imageFormat', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['gif', 'GIF89a'],
  ])('recognises %s by its first bytes', (format, head) => {
    expect(imageFormat(bytes(head))).toBe(format);
  });

  it.each([
    ['TIFF files', 'II*\0'],
    ['TIFF files', 'MM\0*'],
    ['AVIF files', '\0\0\0\x18ftypavif'],
    ['AVIF files', '\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'],
    ['Video files', '\0\0\0\x18ftypisom'],
    ['PDF files', '%PDF-1.7'],
    ['PostScript files', '%!PS-Adobe-3.0 EPSF-3.0'],
    ['SVG files', '<?xml version="1.0"?>\n<!-- hi --><svg xmlns="http://www.w3.org/2000/svg">'],
    ['SVG files', '\xef\xbb\xbf  <svg>'],
    ['MVG files', 'push graphic-context\nviewbox 0 0 640 480\n'],
    ['BMP files', 'BM6'],
  ])('refuses %s by name', (name, head) => {
    const reason = `could not be measured: ${name} are not supported; send JPEG, PNG, WebP or GIF.`;
    const refusal = expect.objectContaining({ code: 'FORMAT_NOT_SUPPORTED', reason });
    expect(() => imageFormat(bytes(head))).toThrow(refusal as Error);
  });

  it.each([
    '\0\0\0\x18ftypheic',
    '\0\0\0\x18ftyphevc',
    '\0\0\0\x18ftypmif1\0\0\0\0mif1heic',
    '\0\0\0\x0cftypmsf1',
  ])('asks for JPEG instead of HEIC (%j)', (head) => {
    const reason = 'could not be measured: HEIC photos are not supported; send JPEG.';
    const refusal = expect.objectContaining({ code: 'FORMAT_NOT_SUPPORTED', reason });
    expect(() => imageFormat(bytes(head))).toThrow(refusal as Error);
  });

  it.each([
    ['FILE_EMPTY', ''],
    ['NOT_AN_IMAGE', '<!doctype html><html>'],
    ['NOT_AN_IMAGE', '<!-- a page --><html><body><svg></svg>'],
    ['NOT_AN_IMAGE', 'hello'],
    ['NOT_AN_IMAGE', 'RIFF\0\0\0\0WAVE'],
  ])('says %s for %j', (code, head) => {
    expect(() => imageFormat(bytes(head))).toThrow(expect.objectContaining({ code }) as Error);
  });

  // A test that takes time in proportion to anything but the bytes does not end here.
  it.each(['<!---->', '<?xml>', '<!doctype svg>', ' ', '<!--', '<svg'])(
    'ends with a file of %j alone',
    (piece) => {
      const refusal = expect.objectContaining({ code: 'NOT_AN_IMAGE' });
      expect(() => imageFormat(bytes(piece.repeat(1_024)))).toThrow(refusal as Error);
    },
  );
});
