import { readWebhookUrl } from './webhook-url.js';

describe('readWebhookUrl', () => {
  it.each(['http://10.0.0.1/hook', 'https://example.com:8443/a?b=c', 'https://example.com/a/../b'])(
    'takes %s: where it leads shows when something is sent there',
    (text) => {
      expect(readWebhookUrl(text, 'url')).toBe(new URL(text).href);
    },
  );

  it.each([
    ['HTTPS://Example.com', 'https://example.com/'],
    ['https:/other.example/example.com/a', 'https://other.example/example.com/a'],
    ['https:other.example/a/example.com', 'https://other.example/a/example.com'],
    ['https:\\\\other.example\\a', 'https://other.example/a'],
    ['https://example.com?secret', 'https://example.com/?secret'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['https://example.com/?\u7f51', 'https://example.com/?%E7%BD%91'],
  ])('writes %j so that its host is what is called', (text, url) => {
    expect(readWebhookUrl(text, 'url')).toBe(url);
  });

  it.each([
    [7, '"url" must be a string.'],
    ['', '"url" is not a valid URL.'],
    ['/hooks', '"url" is not a valid URL.'],
    ['ftp://example.com/', '"url" must be an http or https URL.'],
    ['https://me:secret@example.com/', '"url" must not contain a user name or password.'],
    [`http://a/${'x'.repeat(2_048)}`, '"url" may have at most 2048 characters.'],
    ['http://a/\0', '"url" must not contain a NUL character.'],
    ['http://a/\ud800', '"url" must be valid Unicode.'],
  ])('refuses %j', (value, sentence) => {
    expect(() => readWebhookUrl(value, 'url')).toThrow(sentence);
  });
});
