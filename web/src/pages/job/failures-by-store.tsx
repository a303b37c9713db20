import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { count } from '../../parts/text.js';
import classes from './job.module.css';
import { showImages } from './show-images.js';
import type { RetryChoice } from './use-control.js';
import type { Summary } from './use-summary.js';
import { useView } from './use-view.js';

/** Stores shown at once; the list of images has them all. */
const WORST = 10;

interface FailuresByStoreProps {
  readonly summary: Summary;
  /** Runs images again; absent where that is not possible now. */
  readonly again: ((choice: RetryChoice) => void) | undefined;
}

/** The stores with the most failures. */
export function FailuresByStore({ summary, again }: FailuresByStoreProps) {
  const worst = summary.by_store.filter(({ failed }) => failed > 0);
  return (
    <>
      <Table verticalSpacing={6} aria-label="Failures by store">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Store</Table.Th>
            <Table.Th scope="col" ta="right">
              Failed
            </Table.Th>
            <Table.Td aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {worst.slice(0, WORST).map((store) => (
            <StoreRow key={store.store_id} store={store} again={again} />
          ))}
        </Table.Tbody>
      </Table>
      {worst.length > WORST && (
        <Text size="xs" c="dimmed" mt="xs">
          The {WORST} with the most failures, of {count(summary.stores)} stores in this job.
        </Text>
      )}
    </>
  );
}

interface StoreRowProps {
  readonly store: Schema<'StoreSummaryDto'>;
  readonly again: FailuresByStoreProps['again'];
}

function StoreRow({ store, again }: StoreRowProps) {
  const { change } = useView();
  const { store_id, store_name, area_code, failed, images } = store;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>
        <Anchor component={Link} to={`/stores/${encodeURIComponent(store_id)}`} size="sm" fw={600}>
          {store_name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {store_id} · area {area_code}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {count(failed)}{' '}
        <Text span size="xs" c="dimmed">
          of {count(images)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Show failed images of ${store_id}`}
            onClick={() => showImages(change, { state: 'failed', store_id })}
          >
            Show images
          </Button>
          {again && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Run failed images of ${store_id} again`}
              onClick={() => again({ store_ids: [store_id], states: ['failed'] })}
            >
              Run again
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
