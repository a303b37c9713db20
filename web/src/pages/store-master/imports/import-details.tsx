import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Schema } from '../../../api/client.js';
import { Answer } from '../../../parts/answer.js';
import { CopyText } from '../../../parts/copy-text.js';
import { Facts } from '../../../parts/facts.js';
import { sayMaker } from '../../../parts/maker.js';
import { Moment } from '../../../parts/moment.js';
import { count, duration } from '../../../parts/text.js';
import { CountsPicture } from '../counts-picture.js';
import { Rejects } from '../rejects.js';
import { useImport } from '../use-import.js';

/** The import that the address names (`?import=12`), beside the list. */
export function ImportDetails() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('import');
  const close = () => setSearch({}, { preventScrollReset: true });
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      title={`Import ${id ?? ''}`}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the import' }}
    >
      {id !== null && <Details id={id} />}
    </Drawer>
  );
}

function Details({ id }: { readonly id: string }) {
  return (
    <Answer query={useImport(id)}>
      {(one) => (
        <Stack gap="lg">
          <CountsPicture counts={one} />
          <Facts facts={factsOf(one)} />
          {one.rejected > 0 && (
            <Rejects rejects={one.rejects} total={one.rejected} fileName={one.file_name} />
          )}
        </Stack>
      )}
    </Answer>
  );
}

function factsOf(one: Schema<'StoreImportDto'>) {
  return {
    File: one.file_name,
    Rows: count(one.rows),
    'Loaded by': sayMaker(one.imported_by),
    When: <Moment at={one.finished_at} />,
    Took: duration(Date.parse(one.finished_at) - Date.parse(one.started_at)),
    'Found by name': one.searchable_at ? (
      <Moment at={one.searchable_at} />
    ) : (
      'not all of them yet: the names are still being read'
    ),
    'Stores not in the file': one.deactivate_missing ? 'were deactivated' : 'stayed as they were',
    'Bad rows': one.allow_rejects ? 'were left out' : 'would have stopped it',
    'SHA-256 of the file': (
      <Group gap={4} wrap="nowrap">
        <Text ff="monospace" size="xs" truncate>
          {one.sha256}
        </Text>
        <CopyText text={one.sha256} label="Copy the SHA-256" />
      </Group>
    ),
  };
}
