import { Drawer, Group, Stack } from '@mantine/core';
import { CopyText } from '../../../parts/copy-text.js';
import { Facts } from '../../../parts/facts.js';
import { Moment } from '../../../parts/moment.js';
import { JsonText } from '../json-text.js';
import { sayActor, sayDeed, type Entry } from './audit-words.js';

interface EntryDetailsProps {
  readonly entry: Entry | undefined;
  readonly onClose: () => void;
}

/** All that is known of one change. */
export function EntryDetails({ entry, onClose }: EntryDetailsProps) {
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      title={`Entry ${entry?.id ?? ''}`}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the entry' }}
      transitionProps={{ duration: 0 }}
    >
      {entry && (
        <Stack gap="lg">
          <Facts facts={factsOf(entry)} />
          {entry.detail && <JsonText title="Details" value={entry.detail} />}
        </Stack>
      )}
    </Drawer>
  );
}

function factsOf(entry: Entry) {
  const { deed, object } = sayDeed(entry);
  return {
    Who: entry.key_id ? `${entry.actor} (API key ${entry.key_id})` : `${sayActor(entry)} (without a key)`,
    What: [deed, object].filter(Boolean).join(' '),
    Action: <code>{entry.action}</code>,
    Subject: entry.subject,
    When: <Moment at={entry.at} />,
    'From where': entry.address ?? 'the server itself',
    ...(entry.request_id && {
      'Request id': (
        <Group gap={4} wrap="nowrap">
          <code>{entry.request_id}</code>
          <CopyText text={entry.request_id} label="Copy the request id" />
        </Group>
      ),
    }),
  };
}
