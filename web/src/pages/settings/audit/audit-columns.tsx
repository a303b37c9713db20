import { ActionIcon, Anchor, Button, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Column } from '../../../parts/data-table.js';
import { Moment } from '../../../parts/moment.js';
import { placeOf, sayActor, sayDeed, sayDetail, type Entry } from './audit-words.js';

/** @param onOpen shows all that is known of an entry */
export function auditColumns(onOpen: (entry: Entry) => void): readonly Column<Entry>[] {
  return [
    {
      id: 'what',
      heading: 'Who did what',
      cell: (entry) => (
        <>
          <Text size="sm" truncate>
            <b>{sayActor(entry)}</b> <Deed entry={entry} />
          </Text>
          <Text size="xs" c="dimmed" truncate>
            <Text span inherit hiddenFrom="xs">
              <Moment at={entry.at} />
              {entry.detail && ' · '}
            </Text>
            {sayDetail(entry.detail) || '\u00a0'}
          </Text>
        </>
      ),
    },
    {
      id: 'where',
      heading: 'From where',
      width: 190,
      from: 992,
      cell: ({ address }) => (
        <Text size="sm" c="dimmed" truncate>
          {address ?? 'the server itself'}
        </Text>
      ),
    },
    {
      id: 'when',
      heading: 'When',
      width: 150,
      from: 560,
      cell: ({ at }) => (
        <Text size="sm" c="dimmed" truncate component="div">
          <Moment at={at} />
        </Text>
      ),
    },
    {
      id: 'open',
      heading: 'More',
      // On a phone the sentence needs the room, and ends with what it is about.
      width: 'clamp(58px, 15vw, 106px)',
      align: 'right',
      cell: (entry) => <Open entry={entry} onOpen={onOpen} />,
    },
  ];
}

interface OpenProps {
  readonly entry: Entry;
  readonly onOpen: (entry: Entry) => void;
}

function Open({ entry, onOpen }: OpenProps) {
  const props = {
    variant: 'default',
    onClick: () => onOpen(entry),
    'aria-label': `Details of entry ${entry.id}`,
  };
  return (
    <>
      <Button {...props} size="compact-sm" visibleFrom="xs">
        Details
      </Button>
      <ActionIcon {...props} hiddenFrom="xs">
        <IconChevronRight size={16} />
      </ActionIcon>
    </>
  );
}

function Deed({ entry }: { readonly entry: Entry }) {
  const { deed, object } = sayDeed(entry);
  const place = placeOf(entry);
  if (object === undefined) return deed;
  return (
    <>
      {deed}{' '}
      {place ? (
        <Anchor component={Link} to={place} inherit underline="always">
          {object}
        </Anchor>
      ) : (
        object
      )}
    </>
  );
}
