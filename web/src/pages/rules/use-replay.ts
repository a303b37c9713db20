import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import { api, content } from '../../data/api.js';
import type { Category } from '../../parts/category-words.js';
import type { Bounds } from '../../parts/period.js';
import type { Draft } from './draft.js';

export type Replay = Schema<'ReplayDto'>;
export type ReplayCounts = NonNullable<Replay['counts']>;
export type ReplayedImage = Replay['images'][number];

/** Which images rules are tried on; empty: any. */
export interface ReplayScope extends Bounds {
  readonly category: '' | Category;
  readonly area_code: string;
  /** Id of a group. */
  readonly group: string;
}

/** What would have become of the images that are listed. */
export type ReplayEffect = NonNullable<Schema<'ReplayRulesRequest'>['effect']>;

const PAGE_IMAGES = 12;

/** Tries rules on images that were measured before; each page has some more of those that break one. */
export function useReplay(rules: Draft, scope: ReplayScope, effect: ReplayEffect) {
  const { from, to, category, area_code, group } = scope;
  const stores = {
    ...(category && { category }),
    ...(area_code && { area_code }),
    ...(group && { group }),
  };
  return useInfiniteQuery({
    queryKey: ['replay', rules, scope, effect],
    queryFn: ({ pageParam, signal }) => {
      const page = { effect, limit: PAGE_IMAGES, ...(pageParam !== null && { cursor: pageParam }) };
      const body = { rules, from, to, ...stores, ...page };
      return content(api.POST('/api/rules/replay', { body, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    // It looks at every image of the period: only who asks again gets it again.
    staleTime: Infinity,
    retry: false,
  });
}
