import { List, Text } from '@mantine/core';
import { counted } from '../../parts/text.js';
import type { Rule } from '../../parts/rule.js';
import classes from './group.module.css';
import { usePreview } from './use-group.js';

/** Stores that are named; the others are only counted. */
const NAMED = 6;

/** How many stores a rule would hold, and some of them, while it is edited. */
export function Preview({ rule }: { readonly rule: Rule | undefined }) {
  const { data, error, isFetching } = usePreview(rule);
  if (!rule) return <Said text="Fill in every condition to see which stores fit." />;
  if (error) return <Said text={error.message} isBad />;
  if (!data) return <Said text="Counting …" />;
  return (
    <div className={isFetching ? classes.old : undefined}>
      <Text role="status" fw={600}>
        {counted(data.stores, 'store')} would be in it
      </Text>
      {!data.is_complete && <Said text="Names of an import are still being read; this may change." />}
      <List size="sm" spacing={2} mt={4}>
        {data.first.slice(0, NAMED).map(({ store_id, store_name, area_code }) => (
          <List.Item key={store_id}>
            {store_name}{' '}
            <Text span size="xs" c="dimmed">
              {store_id} · {area_code}
            </Text>
          </List.Item>
        ))}
      </List>
      {data.stores > NAMED && (
        <Text size="sm" c="dimmed" mt={4}>
          and {counted(data.stores - NAMED, 'other')}
        </Text>
      )}
    </div>
  );
}

function Said({ text, isBad = false }: { readonly text: string; readonly isBad?: boolean }) {
  return (
    <Text role="status" size="sm" c={isBad ? 'var(--bad)' : 'dimmed'}>
      {text}
    </Text>
  );
}
