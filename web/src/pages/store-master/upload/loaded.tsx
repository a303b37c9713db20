import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../../api/client.js';
import { CountsPicture } from '../counts-picture.js';
import { sayChanges } from '../counts.js';
import { useImport } from '../use-import.js';

interface LoadedProps {
  readonly done: Schema<'StoreImportDto'>;
  readonly onNext: () => void;
}

/** What was done, and the honest way back: there is none but the earlier file. */
export function Loaded({ done, onNext }: LoadedProps) {
  // Only what was counted, but not loaded, has no id.
  const { data: latest = done } = useImport(done.id ?? '', done);
  return (
    <Stack gap="md">
      <Group gap="xs" wrap="nowrap" c="var(--good)" role="status">
        <IconCircleCheck size={20} style={{ flex: 'none' }} aria-hidden />
        <Text fw={600}>Loaded: {sayChanges(done)}</Text>
      </Group>
      <CountsPicture counts={done} />
      {latest.searchable_at === null && (
        <Text size="sm">
          The names are still being read; until then, the search does not find all stores.
        </Text>
      )}
      <Text size="sm" c="dimmed" maw={720}>
        An import is not undone by a click. To take it back, load the file you had before, with “Deactivate
        the stores that the file does not name”: what this file changed is set back, and stores that only this
        file named become inactive. The changes of each store are on{' '}
        <Anchor component={Link} to="/stores" inherit underline="always">
          its page
        </Anchor>
        .
      </Text>
      <Group gap="xs">
        <Button onClick={onNext}>Load another file</Button>
        <Button component={Link} to="/stores" variant="default">
          Look at the stores
        </Button>
      </Group>
    </Stack>
  );
}
