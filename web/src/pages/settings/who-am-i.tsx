import { Group, Text } from '@mantine/core';
import { IconLockOpen, IconUserCircle } from '@tabler/icons-react';
import type { Schema } from '../../api/client.js';
import { Card } from '../../parts/card.js';
import { ToneBadge } from '../../parts/state-badge.js';
import { SCOPE_WORDS } from './scope-words.js';

type Session = Schema<'SessionDto'>;

const OPEN: Record<Exclude<Session['mode'], 'keys'>, string> = {
  open: 'This service is open: everybody on this machine may do everything, and other machines cannot reach it. With AUTH=on, or on another HOST, it asks for keys.',
  off: 'This service is open to everybody who can reach it (AUTH=off): everybody may do everything. Without AUTH=off it asks for keys.',
};

/** Who uses this page, and what that allows, in words. */
export function WhoAmI({ session: { mode, name, scopes } }: { readonly session: Session }) {
  // It includes the others.
  const shown = scopes.filter((scope) => scope === 'admin' || !scopes.includes('admin'));
  const Icon = mode === 'keys' ? IconUserCircle : IconLockOpen;
  return (
    <Card>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Icon
          size={20}
          stroke={1.6}
          color="var(--mantine-color-dimmed)"
          style={{ flex: 'none' }}
          aria-hidden
        />
        <div>
          <Group gap={8} mb={2}>
            <Text fw={600} size="sm">
              {name === null ? 'No key is needed' : `Signed in with the key “${name}”`}
            </Text>
            {shown.map((scope) => (
              <ToneBadge key={scope} tone={scope === 'admin' ? 'busy' : 'off'}>
                {scope}
              </ToneBadge>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            {mode === 'keys'
              ? `It may: ${shown.map((scope) => SCOPE_WORDS[scope].may).join('; ')}.`
              : OPEN[mode]}
          </Text>
        </div>
      </Group>
    </Card>
  );
}
