import { mainHost } from './main-host.js';

describe('mainHost', () => {
  it('is the host that serves more than half of the images', () => {
    expect(mainHost(['http://a:1/x', 'http://a:1/y', 'http://b/z'])).toBe('a:1');
  });

  it.each([[['http://a/x', 'http://b/y']], [['nonsense', 'more nonsense']], [[]]])(
    'does not exist for %j',
    (urls) => {
      expect(mainHost(urls)).toBeUndefined();
    },
  );
});
