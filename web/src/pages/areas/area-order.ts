import type { Schema } from '../../api/client.js';
import { inTrouble } from '../../parts/trouble.js';

export type Area = Schema<'AreaFiguresDto'>;

/** What areas can be sorted by, as the address of the page says it. */
export type Order = keyof typeof VALUES | 'trouble';

/** A sorted list; `isUp`: smallest first. */
export interface Sorting {
  readonly by: Order;
  readonly isUp: boolean;
}

/** By trouble: the failure rates that are proven best, highest first. */
export const WORST_FIRST: Sorting = { by: 'trouble', isUp: false };

const VALUES = {
  area: ({ area_code }: Area) => area_code,
  stores: ({ stores }: Area) => stores,
  visited: ({ stores_visited }: Area) => stores_visited,
  visits: ({ visits }: Area) => visits,
  images: ({ images }: Area) => images,
  failed: ({ failed }: Area) => failed,
  success: ({ success_percent }: Area) => success_percent,
  last: ({ last_visit_at }: Area) => last_visit_at,
};

/** What one looks for first in a column: the lowest success rate, the first code, and of everything else the most. */
const UP_FIRST: readonly Order[] = ['success', 'area'];

/** Reads `failed` and `-failed`: smallest first, largest first. */
export function sortingIn(search: URLSearchParams): Sorting {
  const text = search.get('sort') ?? '';
  const by = text.replace(/^-/, '');
  return Object.hasOwn(VALUES, by) ? { by: by as Order, isUp: !text.startsWith('-') } : WORST_FIRST;
}

/** What a click on the heading of a column does. @returns as it is written in the address */
export function nextSort({ by, isUp }: Sorting, column: Order): string {
  const next = by === column ? !isUp : UP_FIRST.includes(column);
  return next ? column : `-${column}`;
}

/** Areas without a value come last, whichever way. */
export function sortAreas(areas: readonly Area[], { by, isUp }: Sorting): Area[] {
  if (by === 'trouble') {
    const worst = inTrouble(areas);
    const calm = areas.filter(({ failed }) => failed === 0);
    return [...worst, ...calm.sort((a, b) => b.images - a.images || byCode(a, b))];
  }
  const valueOf = VALUES[by];
  return [...areas].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === right) return byCode(a, b);
    if (left === null) return 1;
    if (right === null) return -1;
    return (left < right ? -1 : 1) * (isUp ? 1 : -1);
  });
}

function byCode(a: Area, b: Area): number {
  return a.area_code < b.area_code ? -1 : 1;
}
