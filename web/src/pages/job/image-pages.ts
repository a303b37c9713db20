import type { InfiniteData } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';

type Image = Schema<'ImageDto'>;
export type ImagePage = Schema<'ImagePageDto'>;

/** Where a page begins: at a place in the job, or after the page before. */
export type PageStart = { readonly from_idx?: number } | { readonly cursor: string };

export type ImagePages = InfiniteData<ImagePage, PageStart>;

/** Where the page after this one begins; undefined at the end. */
export function startAfter({ next_cursor }: ImagePage): PageStart | undefined {
  return next_cursor === null ? undefined : { cursor: next_cursor };
}

/** The pages that rows from one to another (places in the list, not in the job) are on. */
export function pagesOf({ pages }: ImagePages, first: number, last: number): number[] {
  let begin = 0;
  return pages.flatMap(({ images }, page) => {
    const end = begin + images.length;
    const isSeen = first < end && last >= begin;
    begin = end;
    return isSeen || (page === pages.length - 1 && last >= end) ? [page] : [];
  });
}

/**
 * Puts a page that was asked for again in its place. Where it ends elsewhere than before, because other images fit
 * now, the pages after it would repeat or lack some: they go, and come again when somebody scrolls there.
 */
export function withPage(data: ImagePages, index: number, page: ImagePage): ImagePages {
  const next = data.pageParams[index + 1];
  const fits = next === undefined || ('cursor' in next && next.cursor === page.next_cursor);
  const end = fits ? data.pages.length : index + 1;
  return {
    pages: data.pages.slice(0, end).map((old, at) => (at === index ? page : old)),
    pageParams: data.pageParams.slice(0, end),
  };
}

/**
 * The images before and after one in a list.
 *
 * @param isWhole the list has all images of the job, loaded or not, so that each one's neighbours are known
 */
export function neighbours(
  images: readonly Image[],
  idx: number,
  { total, isWhole }: { readonly total: number; readonly isWhole: boolean },
): { readonly previous?: number; readonly next?: number } {
  const at = images.findIndex((image) => image.idx === idx);
  const previous = isWhole ? idx - 1 : at < 0 ? undefined : images[at - 1]?.idx;
  const next = isWhole ? idx + 1 : at < 0 ? undefined : images[at + 1]?.idx;
  return {
    ...(previous !== undefined && previous >= 0 && { previous }),
    ...(next !== undefined && next < total && { next }),
  };
}
