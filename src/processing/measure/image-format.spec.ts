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
    ['TIFF', 'II*\0'],
    ['TIFF', 'MM\0*'],
    ['HEIC', '\0\0\0\x18ftypheic'],
    ['AVIF', '\0\0\0\x18ftypavif'],
    ['PDF', '%PDF-1.7'],
    ['SVG', '<?xml version="1.0"?>\n<!-- hi --><svg xmlns="http://www.w3.org/2000/svg">'],
    ['BMP', 'BM6'],
  ])('refuses %s by name', (name, head) => {
    const refusal = expect.objectContaining({
      code: 'FORMAT_NOT_SUPPORTED',
      reason: expect.stringContaining(name),
    });
    expect(() => imageFormat(bytes(head))).toThrow(refusal as Error);
  });

  it.each([
    ['FILE_EMPTY', ''],
    ['NOT_AN_IMAGE', '<!doctype html><html>'],
    ['NOT_AN_IMAGE', 'hello'],
    ['NOT_AN_IMAGE', 'RIFF\0\0\0\0WAVE'],
  ])('says %s for %j', (code, head) => {
    expect(() => imageFormat(bytes(head))).toThrow(expect.objectContaining({ code }) as Error);
  });
});
