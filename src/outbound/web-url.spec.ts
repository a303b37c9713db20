import fc from 'fast-check';
import { parseWebUrl } from './web-url.js';

/** One part of an address as a number, in one of the ways browsers read it. */
const spelled = (value: number) =>
  fc.constantFrom(
    String(value),
    `0${value.toString(8)}`,
    `0x${value.toString(16)}`,
    `0X${value.toString(16).toUpperCase().padStart(10, '0')}`,
  );

/** Digits and dots that stand for the plain ones. */
const disguised = (text: string) =>
  fc.constantFrom(
    text,
    `${text}.`,
    text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    text.replaceAll('.', '\u3002'),
    text.replace(/[0-9]/g, (digit) => `%3${digit}`),
  );

const byte = fc.integer({ min: 0, max: 255 });

const addresses = fc.tuple(byte, byte, byte, byte).chain(([a, b, c, d]) => {
  const low = c * 256 + d;
  return fc
    .constantFrom([a, b, c, d], [a, b, low], [a, b * 65_536 + low], [a * 16_777_216 + b * 65_536 + low])
    .chain((shape) => fc.tuple(...shape.map(spelled)))
    .chain((texts) => disguised(texts.join('.')))
    .map((text) => ({ text, plain: [a, b, c, d].join('.') }));
});

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('parseWebUrl', () => {
  it('turns every spelling of an IPv4 address into the plain one', () => {
    fc.assert(
      fc.property(addresses, ({ text, plain }) => parseWebUrl(`http://${text}/a.jpg`).hostname === plain),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['http://[::FFFF:127.0.0.1]/', '[::ffff:7f00:1]'],
    ['http://[0:0:0:0:0:0:0:1]/', '[::1]'],
    ['http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/', '127.0.0.1'],
    ['http://images.example\\@127.0.0.1/', 'images.example'],
    ['http:\\\\127.0.0.1\\a.jpg', '127.0.0.1'],
    ['http:127.0.0.1', '127.0.0.1'],
    [' ht\ntp://127.0.0.\t1/ ', '127.0.0.1'],
    ['https://images.example/a b.jpg#part', 'images.example'],
  ])('reads %j as a browser does: at %s', (text, hostname) => {
    expect(parseWebUrl(text).hostname).toBe(hostname);
  });

  it.each([
    'file:///etc/passwd',
    'data:image/png;base64,AA',
    'ftp://host/a',
    'gopher://host/',
    'blob:http://a/b',
  ])('refuses the scheme of %s, also where a page redirects to it', (text) => {
    expect(() => parseWebUrl(text)).toThrow(refused('URL_SCHEME_NOT_ALLOWED'));
    expect(() => parseWebUrl(text, new URL('http://a/'))).toThrow(refused('URL_SCHEME_NOT_ALLOWED'));
  });

  it.each(['http://user@host/', 'http://:secret@host/', 'http://public.example@127.0.0.1/'])(
    'refuses the credentials in %s',
    (text) => {
      expect(() => parseWebUrl(text)).toThrow(refused('URL_HAS_CREDENTIALS'));
    },
  );

  it.each([
    '',
    'a.jpg',
    'http://',
    'http://[fe80::1%25eth0]/',
    'http://256.0.0.1/',
    'http://1.2.3.4.5/',
    'http://a:99999/',
  ])('refuses %j, which is no URL', (text) => {
    expect(() => parseWebUrl(text)).toThrow(refused('URL_INVALID'));
  });

  it('follows a redirect to a relative address', () => {
    expect(parseWebUrl('../b.jpg?c', new URL('https://a/x/y.jpg')).href).toBe('https://a/b.jpg?c');
  });
});
