import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Card } from '../../../parts/card.js';
import { sayMaker } from '../../../parts/maker.js';
import { Moment } from '../../../parts/moment.js';
import { ToneBadge, type Tone } from '../../../parts/state-badge.js';
import type { Webhook } from './use-webhooks.js';
import { WebhookActions } from './webhook-actions.js';

/** One receiver: whether all is well with it first of all. */
export function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const { url, description, events, created_at, created_by, old_secret_until } = webhook;
  const [tone, word] = standing(webhook);
  return (
    <Card>
      <div role="group" aria-label={`Webhook ${url}`}>
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4} miw={0} flex="1 1 320px">
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }} c={webhook.enabled ? undefined : 'dimmed'}>
                {url}
              </Text>
              <ToneBadge tone={tone}>{word}</ToneBadge>
            </Group>
            {description && <Text size="sm">{description}</Text>}
            <Text size="xs" c="dimmed" component="div">
              Told of {events.map(sayEvent).join(' and ')} · made by {sayMaker(created_by)}{' '}
              <Moment at={created_at} />
            </Text>
          </Stack>
          <WebhookActions webhook={webhook} />
        </Group>
        <Trouble webhook={webhook} />
        {isAhead(old_secret_until) && (
          <Note tone="busy">
            Messages are signed with the secret from before the rotation too, until{' '}
            <Moment at={old_secret_until} />.
          </Note>
        )}
      </div>
    </Card>
  );
}

function Trouble({ webhook }: { readonly webhook: Webhook }) {
  const { enabled, failing_since, disabled_at, disabled_reason } = webhook;
  if (!enabled) {
    return (
      <Note tone="off">
        Disabled <Moment at={disabled_at} />: nothing is sent to it. {disabled_reason}
      </Note>
    );
  }
  if (!failing_since) return null;
  return (
    <Note tone="bad">
      Messages to it fail; the first did <Moment at={failing_since} />. Its deliveries tell what it answers.
    </Note>
  );
}

function Note({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = tone === 'bad' ? IconAlertTriangle : IconPlayerPause;
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      align="flex-start"
      mt="sm"
      px="sm"
      py={8}
      bg={`var(--${tone}-soft)`}
      c={`var(--${tone})`}
      style={{ borderRadius: 'var(--mantine-radius-md)' }}
    >
      {tone !== 'busy' && <Icon size={18} style={{ flex: 'none' }} aria-hidden />}
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}

function standing({ enabled, failing_since }: Webhook): [Tone, string] {
  if (!enabled) return ['off', 'Disabled'];
  return failing_since ? ['bad', 'Failing'] : ['good', 'Enabled'];
}

function sayEvent(event: Webhook['events'][number]): string {
  return event === 'job.settled' ? 'every settled job' : 'jobs with failed images';
}

function isAhead(time: string | null): boolean {
  return time !== null && Date.parse(time) > Date.now();
}
