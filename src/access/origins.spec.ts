import { isLocalHost, isOwnOrigin } from './origins.js';

describe('isLocalHost', () => {
  it.each(['localhost', 'localhost:8081', '127.0.0.1:8081', '[::1]:8081', '[::1]', 'smp.localhost:80'])(
    'takes %s',
    (host) => expect(isLocalHost(host)).toBe(true),
  );

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example:8081',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost:8081/x',
    'localhost, evil.example',
    '0.0.0.0:8081',
    '192.168.1.5:8081',
    '[::]:8081',
  ])('does not take %j', (host) => expect(isLocalHost(host)).toBe(false));
});

describe('isOwnOrigin', () => {
  const PUBLIC = 'https://stores.example/base';

  it.each([
    ['http://localhost:8081', 'localhost:8081'],
    ['http://127.0.0.1:8081', '127.0.0.1:8081'],
    ['https://photos.example', 'photos.example'],
    ['https://photos.example', 'photos.example:443'],
    ['http://[::1]:8081', '[::1]:8081'],
    ['https://stores.example', '127.0.0.1:8081'],
  ])('takes %s on %s', (origin, host) => expect(isOwnOrigin(origin, host, PUBLIC)).toBe(true));

  it.each([
    ['http://localhost:3000', 'localhost:8081'],
    ['http://localhost', 'localhost:8081'],
    ['http://127.0.0.1:8081', 'localhost:8081'],
    ['https://evil.example', 'stores.example'],
    ['http://stores.example', '127.0.0.1:8081'],
    ['null', 'localhost:8081'],
    ['', 'localhost:8081'],
    ['http://localhost:8081', undefined],
  ])('does not take %j on %j', (origin, host) => expect(isOwnOrigin(origin, host, PUBLIC)).toBe(false));
});
