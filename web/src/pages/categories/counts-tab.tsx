import { Anchor, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { Card } from '../../parts/card.js';
import { CATEGORY_NAMES } from '../../parts/category-words.js';
import { Figure } from '../../parts/figure.js';
import { Empty } from '../../parts/states.js';
import { count } from '../../parts/text.js';
import classes from './categories.module.css';

type Count = Schema<'CategoryCountDto'>;

/** How many stores are of each kind, as bars that lead to them. */
export function CountsTab({ categories }: { readonly categories: readonly Count[] }) {
  const total = sum(categories, ({ stores }) => stores);
  if (total === 0) return <Empty title="There are no stores yet" hint="Load a Store Master first." />;
  const unknown = categories.find(({ category }) => category === 'unknown')?.stores ?? 0;
  const largest = Math.max(...categories.map(({ stores }) => stores));
  const sorted = [...categories].sort((a, b) => rankOf(b) - rankOf(a));
  const share = (stores: number) => `${((100 * stores) / total).toFixed(1)} % of all`;
  const by = (name: 'by_rule' | 'learned' | 'by_hand') => sum(categories, (one) => one[name]);
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} mb="md">
        <Figure label="Known by a rule" value={count(by('by_rule'))} note={share(by('by_rule'))} />
        <Figure label="Learned" value={count(by('learned'))} note="from corrections" />
        <Figure label="Set by hand" value={count(by('by_hand'))} note="outlive rules and imports" />
        <Figure label="Unknown" value={count(unknown)} note={share(unknown)} />
      </SimpleGrid>
      <Card
        title="Stores by category"
        aside={
          unknown > 0 && (
            <Button component={Link} to="/categories/unknown" size="xs">
              Work off the unknown ones
            </Button>
          )
        }
      >
        <ul className={classes.bars}>
          {sorted.map((one) => (
            <Bar key={one.category} one={one} largest={largest} share={share(one.stores)} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function Bar({
  one,
  largest,
  share,
}: {
  readonly one: Count;
  readonly largest: number;
  readonly share: string;
}) {
  const { category, stores, learned, by_hand } = one;
  const others = [learned > 0 && `${count(learned)} learned`, by_hand > 0 && `${count(by_hand)} by hand`];
  return (
    <li className={classes.row}>
      <Anchor component={Link} to={`/stores?category=${category}`} className={classes.name}>
        {CATEGORY_NAMES[category]}
      </Anchor>
      <div className={classes.track} aria-hidden>
        <div
          className={category === 'unknown' ? classes.unknown : classes.bar}
          style={{ width: `${(100 * stores) / largest}%` }}
        />
      </div>
      <Group gap={6} wrap="nowrap" className={classes.number}>
        <Text span fw={600}>
          {count(stores)}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {[share, ...others].filter(Boolean).join(', ')}
        </Text>
      </Group>
    </li>
  );
}

/** Most stores first; what nobody knows comes last. */
function rankOf({ category, stores }: Count): number {
  return category === 'unknown' ? -1 : stores;
}

function sum(counts: readonly Count[], of: (one: Count) => number): number {
  return counts.reduce((total, one) => total + of(one), 0);
}
