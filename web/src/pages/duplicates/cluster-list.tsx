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
  // By cluster, as keys and buttons decide about the same stores.
  const [left, setLeft] = useState<Readonly<Record<string, readonly string[]>>>({});
  const { decide, undo } = useDecide();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(place, clusters.length - 1);
  const current = clusters[at];
  const isBusy = decide.isPending || undo.isPending;
  const onDecide = (verdict: Verdict, storeIds: readonly string[]) => decide.mutate({ verdict, storeIds });
  const leftOf = (cluster: Cluster) => left[keyOf(cluster)] ?? [];
  const chosenOf = (cluster: Cluster) => idsOf(cluster).filter((id) => !leftOf(cluster).includes(id));
  const toggle = (cluster: Cluster, id: string) => {
    const others = leftOf(cluster).filter((one) => one !== id);
    const isLeft = others.length < leftOf(cluster).length;
    setLeft({ ...left, [keyOf(cluster)]: isLeft ? others : [...others, id] });
  };
  const byKey = (verdict: Verdict) => () => {
    if (!mayDecide || isBusy || !current || current.decision) return;
    const chosen = chosenOf(current);
    if (chosen.length > 1) onDecide(verdict, chosen);
  };
  const keys: Readonly<Record<string, () => void>> = {
    J: () => setPlace(Math.min(at + 1, clusters.length - 1)),
    K: () => setPlace(Math.max(at - 1, 0)),
    S: byKey('same'),
    D: byKey('different'),
  };
  const press = (key: string) => (event: KeyboardEvent) => !isTyping(event) && keys[key]?.();
  useHotkeys(
    Object.keys(keys).map((key) => [key, press(key)]),
    ['TEXTAREA', 'SELECT'],
  );
  useEffect(() => {
    if (place > 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [place, at]);
  return (
    <>
      <Stack gap="sm" ref={list}>
        {clusters.map((cluster, n) => (
          <ClusterCard
            key={keyOf(cluster)}
            cluster={cluster}
            chosen={chosenOf(cluster)}
            onToggle={(id) => toggle(cluster, id)}
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

function idsOf({ stores }: Cluster): string[] {
  return stores.map(({ store_id }) => store_id);
}

function keyOf(cluster: Cluster): string {
  return idsOf(cluster).join(' ');
}

/** Boxes to tick take no letters. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
