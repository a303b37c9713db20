import { Anchor, Button, Checkbox, Group, Kbd, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Card } from '../../parts/card.js';
import { sayCategory } from '../../parts/category-words.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import { ToneBadge } from '../../parts/state-badge.js';
import { counted } from '../../parts/text.js';
import classes from './duplicates.module.css';
import type { Cluster, Verdict } from './use-duplicates.js';

/** The surest come first; below, a second look is worth it. */
const SURE = 0.85;

interface ClusterCardProps {
  readonly cluster: Cluster;
  /** Ids of the stores that a decision is about: all but those that were unticked. */
  readonly chosen: readonly string[];
  readonly onToggle: (storeId: string) => void;
  /** The keys of the page are for this one. */
  readonly isCurrent: boolean;
  readonly isBusy: boolean;
  readonly mayDecide: boolean;
  readonly onDecide: (verdict: Verdict, storeIds: readonly string[]) => void;
  readonly onUndo: (decisionId: string) => void;
}

/** Stores that are likely one shop, why, and what can be decided about them. */
export function ClusterCard(props: ClusterCardProps) {
  const { cluster, chosen, isCurrent, isBusy, mayDecide, onToggle, onDecide, onUndo } = props;
  const { stores, decision } = cluster;
  return (
    <Card className={isCurrent ? classes.current : undefined}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap={8}>
          <Text fw={600}>{counted(stores.length, 'store')}</Text>
          <Text size="sm" c="dimmed">
            area {cluster.area_code}
          </Text>
        </Group>
        {cluster.state === 'open' && (
          <ToneBadge tone={cluster.confidence >= SURE ? 'good' : 'busy'}>
            {cluster.confidence >= SURE ? 'Very likely the same' : 'Maybe the same'}
          </ToneBadge>
        )}
      </Group>
      <ul className={classes.stores} aria-label="Stores">
        {stores.map((store) => (
          <Group component="li" key={store.store_id} gap="sm" wrap="nowrap" align="flex-start">
            {!decision && mayDecide && stores.length > 2 && (
              <Checkbox
                aria-label={`Decide about ${store.store_id}`}
                checked={chosen.includes(store.store_id)}
                onChange={() => onToggle(store.store_id)}
              />
            )}
            <div className={classes.name}>
              <Anchor component={Link} to={`/stores/${encodeURIComponent(store.store_id)}`}>
                {store.store_name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {store.store_id}
                {store.category !== 'unknown' && ` · ${sayCategory(store.category)}`}
                {!store.active && ' · inactive'}
              </Text>
            </div>
          </Group>
        ))}
      </ul>
      {cluster.reasons.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs" className={classes.name}>
          {cluster.reasons.slice(0, 2).join(' ')}
        </Text>
      )}
      {decision && (
        <Group justify="space-between" mt="sm" gap="xs">
          <Text size="sm">
            {decision.verdict === 'same' ? 'One shop' : 'Different shops'}, said{' '}
            {sayMaker(decision.decided_by)}, <Moment at={decision.decided_at} />
          </Text>
          {mayDecide && (
            <Button variant="default" size="compact-sm" disabled={isBusy} onClick={() => onUndo(decision.id)}>
              Take back
            </Button>
          )}
        </Group>
      )}
      {!decision && mayDecide && (
        <Group mt="sm" gap="xs">
          <Button
            size="compact-sm"
            disabled={isBusy || chosen.length < 2}
            onClick={() => onDecide('same', chosen)}
          >
            One shop {isCurrent && <Key name="S" />}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={isBusy || chosen.length < 2}
            onClick={() => onDecide('different', chosen)}
          >
            Different shops {isCurrent && <Key name="D" />}
          </Button>
        </Group>
      )}
    </Card>
  );
}

/** The key that does the same; phones have none. */
function Key({ name }: { readonly name: string }) {
  return (
    <Kbd size="xs" ml={6} visibleFrom="sm">
      {name}
    </Kbd>
  );
}
