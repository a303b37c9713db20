import { useHits } from '../../data/store-hits.js';
import { Card } from '../../parts/card.js';
import { HitList } from '../../parts/hit-list.js';
import type { StoreFilter } from './store-filter.js';

const HITS = 5;

/** Stores that the text may mean although it is not written in them: other spellings, initials, another order. */
export function OtherSpellings({ filter }: { readonly filter: StoreFilter }) {
  const { area_code, category, active, tag, group } = filter;
  // The search knows no tags: what may not have the one that is asked for is not offered.
  const q = tag ? '' : filter.q;
  const hits = useHits(q, {
    limit: 20,
    ...(area_code && { area_code }),
    ...(category && { category }),
    ...(group && { group }),
  });
  const isWritten = (text: string) => text.toLowerCase().includes(q.toLowerCase());
  const others = (q ? (hits.data ?? []) : [])
    .filter(({ store_name, store_id }) => !isWritten(store_name) && !isWritten(store_id))
    .filter((hit) => active === '' || String(hit.active) === active)
    .slice(0, HITS);
  if (others.length === 0) return null;
  return (
    <Card title="In another spelling" mb="md">
      <HitList label="In another spelling" hits={others} />
    </Card>
  );
}
