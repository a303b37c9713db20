import { Button, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { ClusterCard } from './cluster-card.js';
import { useDecide, type Cluster, type Verdict } from './use-duplicates.js';

interface ClusterListProps {
  readonly clusters: readonly Cluster[];
  readonly mayDecide: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** Clusters to be worked through: J and K go down and up, S and D decide, and the next one moves up. */
export function ClusterList({ clusters, mayDecide, hasMore, isLoadingMore, loadMore }: ClusterListProps) {
  const [place, setPlace] = useState(0);
  const { decide, undo } = useDecide();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(place, clusters.length - 1);
  const current = clusters[at];
  const isBusy = decide.isPending || undo.isPending;
  const onDecide = (verdict: Verdict, storeIds: readonly string[]) => decide.mutate({ verdict, storeIds });
  const byKey = (verdict: Verdict) => () => {
    if (!mayDecide || isBusy || !current || current.decision) return;
    onDecide(
      verdict,
      current.stores.map(({ store_id }) => store_id),
    );
  };
  useHotkeys([
    ['J', () => setPlace(Math.min(at + 1, clusters.length - 1))],
    ['K', () => setPlace(Math.max(at - 1, 0))],
    ['S', byKey('same')],
    ['D', byKey('different')],
  ]);
  useEffect(() => {
    if (place > 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [place, at]);
  return (
    <>
      <Stack gap="sm" ref={list}>
        {clusters.map((cluster, n) => (
          <ClusterCard
            key={cluster.stores.map(({ store_id }) => store_id).join(' ')}
            cluster={cluster}
            isCurrent={n === at && mayDecide && cluster.state === 'open'}
            isBusy={isBusy}
            mayDecide={mayDecide}
            onDecide={onDecide}
            onUndo={(id) => undo.mutate(id)}
          />
        ))}
      </Stack>
      {hasMore && (
        <Button variant="default" mt="md" loading={isLoadingMore} onClick={loadMore}>
          Show more
        </Button>
      )}
    </>
  );
}
