import { sharesOf } from './code-shares.js';

describe('sharesOf', () => {
  it('puts what failed most often first', () => {
    expect(sharesOf({ IMAGE_DAMAGED: 1, HTTP_503: 1, HTTP_404: 2 })).toEqual([
      { code: 'HTTP_404', images: 2, share: 50 },
      { code: 'HTTP_503', images: 1, share: 25 },
      { code: 'IMAGE_DAMAGED', images: 1, share: 25 },
    ]);
  });

  it('has nothing to say where nothing failed', () => expect(sharesOf({})).toEqual([]));
});
