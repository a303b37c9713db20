import { Text } from '@mantine/core';
import { useHits } from '../../data/store-hits.js';
import { MORE_SOON } from '../../data/unread-names.js';
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
  const { stores, is_complete } = (q && hits.data) || { stores: [], is_complete: true };
  const others = stores
    .filter(({ store_name, store_id }) => !isWritten(store_name) && !isWritten(store_id))
    .filter((hit) => active === '' || String(hit.active) === active)
    .slice(0, HITS);
  if (others.length === 0 && is_complete) return null;
  return (
    <Card title="In another spelling" mb="md">
      {others.length > 0 && <HitList label="In another spelling" hits={others} />}
      {!is_complete && (
        <Text size="sm" c="dimmed">
          {MORE_SOON}
        </Text>
      )}
    </Card>
  );
}
