import { fileName, webAddress } from './web-address.js';

describe('webAddress', () => {
  it.each(['http://example.com/a.jpg', 'https://example.com/a%20b.jpg?x=1#y'])('lets %s through', (url) =>
    expect(webAddress(url)).toBe(url),
  );

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'vbscript:x',
    '/samples/shelf-1.jpg',
    '',
  ])('makes no link of %j', (url) => expect(webAddress(url)).toBeUndefined());
});

describe('fileName', () => {
  it.each([
    ['https://example.com/2026/03/shelf-1.jpg?size=large', 'shelf-1.jpg'],
    ['https://example.com/photos/', 'photos'],
    ['https://example.com', 'https://example.com'],
    ['no address', 'no address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('of %s is %s', (url, name) => expect(fileName(url)).toBe(name));
});
