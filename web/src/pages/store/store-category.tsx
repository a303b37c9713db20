import { Button, Group, Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Schema } from '../../api/client.js';
import {
  restoreCategory,
  setCategory,
  takeBackCategory,
  useRefreshCategories,
} from '../../data/categories.js';
import { useMay } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { CATEGORY_CHOICES, CATEGORY_NAMES, isCategory, type Category } from '../../parts/category-words.js';
import { tellDone, tellProblem } from '../../parts/toasts.js';

/** What kind of shop it is, why, and the way to say otherwise. */
export function StoreCategory({ store }: { readonly store: Schema<'StoreDetailDto'> }) {
  const mayChange = useMay('admin');
  const refresh = useRefreshCategories();
  const isByHand = store.category_source === 'hand';
  const goBack = async () => {
    await restoreCategory(store);
    await refresh();
  };
  const set = useMutation({
    mutationFn: (category: Category) => setCategory(store.store_id, category),
    onSuccess: ({ category }) => {
      tellDone(`${store.store_name} is now: ${CATEGORY_NAMES[category]}.`, goBack);
      return refresh();
    },
    onError: tellProblem,
  });
  const takeBack = useMutation({
    mutationFn: () => takeBackCategory(store.store_id),
    onSuccess: () => {
      tellDone('The rules decide again.', goBack);
      return refresh();
    },
    onError: tellProblem,
  });
  return (
    <Card title="Category" aside={<Text size="sm">{sureOf(store)}</Text>}>
      <Group align="flex-end" gap="sm">
        {mayChange ? (
          <Select
            aria-label="Category of this store"
            data={CATEGORY_CHOICES}
            value={store.category}
            onChange={(value) => isCategory(value) && value !== store.category && set.mutate(value)}
            disabled={set.isPending || takeBack.isPending}
            allowDeselect={false}
            searchable
            flex="1 1 180px"
          />
        ) : (
          <Text fw={600}>{CATEGORY_NAMES[store.category]}</Text>
        )}
        {mayChange && isByHand && (
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
            Let the rules decide
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {store.category_reason || 'Nobody has looked at this store yet.'}
      </Text>
    </Card>
  );
}

function sureOf({ category_source, category_confidence }: Schema<'StoreDetailDto'>): string {
  if (category_source === 'hand') return 'Set by hand';
  if (category_source === 'none') return 'The name does not tell';
  const sure = `${Math.round(category_confidence * 100)} % sure`;
  return category_source === 'learned' ? `Learned, ${sure}` : `By a rule, ${sure}`;
}
