import type { Schema } from '../../api/client.js';
import { neighbours, pagesOf, startAfter, withPage, type ImagePages } from './image-pages.js';

const images = (...ids: number[]) => ids.map((idx) => ({ idx }) as Schema<'ImageDto'>);
const DATA: ImagePages = {
  pages: [
    { images: images(0, 1, 2), next_cursor: 'a' },
    { images: images(3, 4, 5), next_cursor: 'b' },
    { images: images(6), next_cursor: null },
  ],
  pageParams: [{}, { cursor: 'a' }, { cursor: 'b' }],
};

describe('startAfter', () => {
  it('goes on where a page ends, and ends with the last', () => {
    expect(DATA.pages.map(startAfter)).toEqual([{ cursor: 'a' }, { cursor: 'b' }, undefined]);
  });
});

describe('pagesOf', () => {
  it.each([
    [0, 2, [0]],
    [2, 3, [0, 1]],
    [4, 6, [1, 2]],
    [0, 40, [0, 1, 2]],
  ])('finds the pages with rows %i to %i', (first, last, pages) =>
    expect(pagesOf(DATA, first, last)).toEqual(pages),
  );

  it('finds the last page of an empty list, where images may come', () => {
    expect(pagesOf({ pages: [{ images: [], next_cursor: null }], pageParams: [{}] }, 0, 0)).toEqual([0]);
  });
});

describe('withPage', () => {
  it('replaces a page and leaves the others as they are', () => {
    const page = { images: images(3, 4, 5), next_cursor: 'b' };
    const next = withPage(DATA, 1, page);
    expect(next.pages).toEqual([DATA.pages[0], page, DATA.pages[2]]);
    expect(next.pages[0]).toBe(DATA.pages[0]);
  });

  it('lets go of what came after a page that ends elsewhere now', () => {
    const page = { images: images(3, 5, 6), next_cursor: 'c' };
    expect(withPage(DATA, 1, page)).toEqual({
      pages: [DATA.pages[0], page],
      pageParams: DATA.pageParams.slice(0, 2),
    });
  });
});

describe('neighbours', () => {
  const list = images(4, 9, 12);
  it.each([
    ['within a list of some', 9, false, { previous: 4, next: 12 }],
    ['at the end of a list of some', 12, false, { previous: 9 }],
    ['outside of a list of some', 50, false, {}],
    ['within all', 50, true, { previous: 49, next: 51 }],
    ['at the end of the job', 99, true, { previous: 98 }],
    ['at its beginning', 0, true, { next: 1 }],
  ])('%s', (_, idx, isWhole, expected) =>
    expect(neighbours(list, idx, { total: 100, isWhole })).toEqual(expected),
  );
});
