import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../api/client.js';
import { sayCategory } from './category-words.js';
import { Fit } from './fit.js';
import classes from './hit-list.module.css';

interface HitListProps {
  readonly label: string;
  readonly hits: readonly Schema<'StoreHitDto'>[];
}

/** Stores that may be meant, each with how well it fits, and why. */
export function HitList({ label, hits }: HitListProps) {
  return (
    <Stack component="ul" gap="sm" className={classes.hits} aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.store_id}>
          <Group gap={8} align="baseline">
            <Anchor component={Link} to={`/stores/${encodeURIComponent(hit.store_id)}`} fw={500}>
              {hit.store_name}
            </Anchor>
            <Fit score={hit.score} />
          </Group>
          <Text size="xs" c="dimmed">
            {hit.store_id} · area {hit.area_code}
            {hit.category !== 'unknown' && ` · ${sayCategory(hit.category)}`}
            {!hit.active && ' · inactive'}
          </Text>
          <Text size="sm" className={classes.reason}>
            {hit.reason}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
