import { readWebhookUrl } from './webhook-url.js';

describe('readWebhookUrl', () => {
  it.each(['http://10.0.0.1/hook', 'https://example.com:8443/a?b=c', 'HTTPS://Example.com'])(
    'takes %s as it is: where it leads shows when something is sent there',
    (text) => {
      expect(readWebhookUrl(text, 'url')).toBe(text);
    },
  );

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
