import { Text, Timeline } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Moment } from '../../parts/moment.js';
import { groupChanges } from './change-words.js';

/** How the store came into the list, and what imports changed since. */
export function StoreHistory({ store }: { readonly store: Schema<'StoreDetailDto'> }) {
  return (
    <Timeline bulletSize={10} lineWidth={2} active={-1}>
      {groupChanges(store.changes).map(({ import_id, changed_at, sentences }) => (
        <Timeline.Item key={import_id} title={<When at={changed_at} by={`import ${import_id}`} />}>
          {sentences.map((sentence) => (
            <Text size="sm" key={sentence}>
              {sentence}
            </Text>
          ))}
        </Timeline.Item>
      ))}
      <Timeline.Item title={<When at={store.created_at} />}>
        <Text size="sm">Came into the Store Master</Text>
      </Timeline.Item>
    </Timeline>
  );
}

function When({ at, by }: { readonly at: string; readonly by?: string }) {
  return (
    <Text size="xs" c="dimmed" component="span">
      <Moment at={at} />
      {by && ` · ${by}`}
    </Text>
  );
}
