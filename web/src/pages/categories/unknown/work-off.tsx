import { Anchor, Button, Group, Kbd, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../../api/client.js';
import { replaceCategory, restoreCategory, useRefreshCategories } from '../../../data/categories.js';
import { Card } from '../../../parts/card.js';
import { CATEGORY_IDS, CATEGORY_NAMES, type Category } from '../../../parts/category-words.js';
import { Empty } from '../../../parts/states.js';
import { tellProblem } from '../../../parts/toasts.js';
import classes from '../categories.module.css';

/** A key for every category, in the order of their buttons. */
const KEYS = '1234567890ABU';

interface Decision {
  readonly store: Schema<'StoreDto'>;
  /** Undefined when it was skipped. */
  readonly category?: Category;
}

interface Taken extends Decision {
  /** What undo makes it again. */
  readonly before?: Schema<'StoreDto'>;
}

interface WorkOffProps {
  readonly stores: readonly Schema<'StoreDto'>[];
  readonly hasMore: boolean;
  /** Everything here was decided or skipped, and more is wanted. */
  readonly onEnd: () => void;
}

/** Says of one store after the other what it is: by a key or a button, with a way back. */
export function WorkOff({ stores, hasMore, onEnd }: WorkOffProps) {
  const [decisions, setDecisions] = useState<readonly Taken[]>([]);
  const refresh = useRefreshCategories();
  const store = stores[decisions.length];
  const decide = useMutation({
    mutationFn: async ({ store, category }: Decision): Promise<Taken> =>
      category === undefined
        ? { store }
        : { store, category, before: await replaceCategory(store.store_id, category) },
    onSuccess: (taken) => setDecisions((earlier) => [...earlier, taken]),
    onError: tellProblem,
  });
  const undo = useMutation({
    mutationFn: async ({ before }: Taken) => void (before && (await restoreCategory(before))),
    onSuccess: () => setDecisions((earlier) => earlier.slice(0, -1)),
    onError: tellProblem,
  });
  const last = decisions.at(-1);
  const isBusy = decide.isPending || undo.isPending;
  const say = (category?: Category) => {
    if (store && !isBusy) decide.mutate({ store, category });
  };
  const goBack = () => void (last && !isBusy && undo.mutate(last));
  useHotkeys([
    ...CATEGORY_IDS.map((category, i): [string, () => void] => [KEYS[i] ?? '', () => say(category)]),
    ['ArrowRight', () => say()],
    ['Z', goBack],
  ]);
  if (!store) {
    return (
      <Empty title="These are done" hint="The stores like them follow, as soon as enough corrections agree.">
        <Group gap="xs">
          <Button variant="default" onClick={goBack}>
            Undo the last one
          </Button>
          {hasMore && <Button onClick={() => void refresh().then(onEnd)}>Next ones</Button>}
        </Group>
      </Empty>
    );
  }
  return (
    <Card
      title="What kind of shop is this?"
      aside={
        <Text size="sm" c="dimmed" role="status">
          {decisions.length + 1} of {stores.length}
          {hasMore && ', and more'}
        </Text>
      }
    >
      <Title order={3} fz={26} aria-live="polite">
        {store.store_name}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        <Anchor
          component={Link}
          to={`/stores/${encodeURIComponent(store.store_id)}`}
          inherit
          underline="always"
        >
          {store.store_id}
        </Anchor>{' '}
        · Area {store.area_code} · {store.category_reason}
      </Text>
      <div className={classes.choices}>
        {CATEGORY_IDS.map((category, i) => (
          <Button
            key={category}
            variant="default"
            justify="space-between"
            className={classes.choice}
            rightSection={<Kbd visibleFrom="sm">{KEYS[i]}</Kbd>}
            onClick={() => say(category)}
          >
            {category === 'unknown' ? 'Nobody can tell' : CATEGORY_NAMES[category]}
          </Button>
        ))}
      </div>
      <Group gap="xs" mt="md">
        <Button variant="default" onClick={() => say()} rightSection={<Kbd visibleFrom="sm">→</Kbd>}>
          Skip
        </Button>
        <Button
          variant="default"
          disabled={!last}
          onClick={goBack}
          rightSection={<Kbd visibleFrom="sm">Z</Kbd>}
        >
          {last ? `Undo: ${sayDecision(last)}` : 'Undo'}
        </Button>
      </Group>
    </Card>
  );
}

function sayDecision({ store: { store_name }, category }: Decision): string {
  return category === undefined
    ? `${store_name} skipped`
    : `${store_name} is ${CATEGORY_NAMES[category].toLowerCase()}`;
}
