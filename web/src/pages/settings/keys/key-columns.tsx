import { Button, Group, Text } from '@mantine/core';
import type { Schema } from '../../../api/client.js';
import { api, done } from '../../../data/api.js';
import { queryClient } from '../../../data/query-client.js';
import type { Column } from '../../../parts/data-table.js';
import { sayMaker } from '../../../parts/maker.js';
import { Moment } from '../../../parts/moment.js';
import { ToneBadge } from '../../../parts/state-badge.js';
import { tellDone } from '../../../parts/toasts.js';
import { confirm } from '../confirm.js';

type Key = Schema<'KeyDto'>;

export const KEY_COLUMNS: readonly Column<Key>[] = [
  {
    id: 'name',
    heading: 'Name',
    cell: ({ name, prefix, scopes, revoked_at }) => (
      <>
        <Text size="sm" fw={600} truncate c={revoked_at ? 'dimmed' : undefined}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <code>{prefix}…</code>
          <Text span inherit hiddenFrom="sm">
            {` · ${scopes.join(', ')}`}
          </Text>
        </Text>
      </>
    ),
  },
  {
    id: 'scopes',
    heading: 'Scopes',
    width: 210,
    from: 768,
    cell: ({ scopes, revoked_at }) => (
      <Group gap={4} wrap="nowrap">
        {scopes.map((scope) => (
          <ToneBadge key={scope} tone={scope === 'admin' && !revoked_at ? 'busy' : 'off'}>
            {scope}
          </ToneBadge>
        ))}
      </Group>
    ),
  },
  {
    id: 'made',
    heading: 'Made',
    width: 190,
    from: 1200,
    cell: ({ created_at, created_by }) => (
      <Quiet>
        <Moment at={created_at} /> by {sayMaker(created_by)}
      </Quiet>
    ),
  },
  {
    id: 'used',
    heading: 'Last used',
    width: 150,
    from: 560,
    cell: ({ last_used_at }) => (
      <Quiet>
        <Moment at={last_used_at} none="never" />
      </Quiet>
    ),
  },
  { id: 'revoke', heading: 'Revoke', width: 168, align: 'right', cell: (key) => <Revoke apiKey={key} /> },
];

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return (
    <Text size="sm" c="dimmed" truncate component="div">
      {children}
    </Text>
  );
}

function Revoke({ apiKey: { id, name, revoked_at } }: { readonly apiKey: Key }) {
  if (revoked_at) {
    return (
      <Quiet>
        Revoked <Moment at={revoked_at} />
      </Quiet>
    );
  }
  const revoke = async () => {
    await done(api.DELETE('/api/keys/{id}', { params: { path: { id } } }));
    tellDone(`The key ${name} is revoked.`);
    await queryClient.invalidateQueries({ queryKey: ['keys'] });
  };
  const ask = () =>
    confirm({
      title: `Revoke “${name}”?`,
      consequence:
        'Whoever uses it is refused from this moment, and browsers that signed in with it are signed out. It cannot be taken back; make a new key instead.',
      verb: 'Revoke it',
      act: revoke,
    });
  return (
    <Button variant="default" size="compact-sm" onClick={ask} aria-label={`Revoke ${name}`}>
      Revoke
    </Button>
  );
}
