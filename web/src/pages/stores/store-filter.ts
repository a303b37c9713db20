import type { Schema } from '../../api/client.js';
import { isCategory, type Category } from '../../parts/category-words.js';

/** Which stores are listed; the same names as in the address of the page, and in the API. Empty: any. */
export interface StoreFilter {
  readonly q: string;
  readonly area_code: string;
  readonly active: '' | 'true' | 'false';
  readonly category: '' | Category;
  readonly tag: string;
  /** Id of a group. */
  readonly group: string;
}

export const ALL_STORES: StoreFilter = {
  q: '',
  area_code: '',
  active: '',
  category: '',
  tag: '',
  group: '',
};

const NAMES = Object.keys(ALL_STORES) as (keyof StoreFilter)[];

export function filterIn(search: URLSearchParams): StoreFilter {
  const active = search.get('active');
  const category = search.get('category');
  return {
    q: search.get('q')?.trim() ?? '',
    area_code: search.get('area_code') ?? '',
    active: active === 'true' || active === 'false' ? active : '',
    category: isCategory(category) ? category : '',
    tag: search.get('tag') ?? '',
    group: search.get('group') ?? '',
  };
}

/** The same address with another filter. */
export function withFilter(search: URLSearchParams, change: Partial<StoreFilter>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** What of the filter is set, as the API asks for it. */
export function toQuery(
  filter: StoreFilter,
): Partial<Omit<StoreFilter, 'active' | 'category'> & { active: 'true' | 'false'; category: Category }> {
  return Object.fromEntries(NAMES.filter((name) => filter[name]).map((name) => [name, filter[name]]));
}

/**
 * How many stores fit, as far as that is known without counting them: areas know their numbers of stores, and what was
 * searched for is counted once all of it was listed.
 *
 * @param listed how many are listed so far, and whether these are all
 * @returns undefined while nothing is known
 */
export function countOf(
  filter: StoreFilter,
  areas: readonly Schema<'AreaDto'>[] | undefined,
  listed: { readonly stores: number; readonly isAll: boolean } | undefined,
): { readonly stores: number; readonly isAll: boolean } | undefined {
  const { q, category, tag, group } = filter;
  if (listed?.isAll || q || category || tag || group || !areas) return listed;
  const stores = areas
    .filter(({ area_code }) => !filter.area_code || area_code === filter.area_code)
    .reduce((sum, area) => sum + storesOf(area, filter.active), 0);
  return { stores, isAll: true };
}

function storesOf({ stores, active_stores }: Schema<'AreaDto'>, active: StoreFilter['active']): number {
  if (active === 'true') return active_stores;
  return active === 'false' ? stores - active_stores : stores;
}
