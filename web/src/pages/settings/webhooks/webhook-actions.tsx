import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDots, IconPencil, IconPlayerPause, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { tellDone, tellProblem } from '../../../parts/toasts.js';
import { confirm } from '../confirm.js';
import { SecretDialog } from '../secret-dialog.js';
import { useParam } from '../use-param.js';
import { EditWebhook } from './edit-webhook.js';
import { changeWebhook, deleteWebhook, rotateWebhook, testWebhook, type Webhook } from './use-webhooks.js';

/** What can be done with a receiver. */
export function WebhookActions({ webhook }: { readonly webhook: Webhook }) {
  const { id, url, enabled } = webhook;
  const [isEdited, setEdited] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [, showDelivery] = useParam('delivery');
  const test = useMutation({
    mutationFn: () => testWebhook(webhook),
    onSuccess: (delivery) => showDelivery(delivery.id),
    onError: tellProblem,
  });
  const enable = useMutation({
    mutationFn: () => changeWebhook(webhook, { enabled: true }),
    onSuccess: () => tellDone(`${url} is told again from now on.`),
    onError: tellProblem,
  });
  return (
    <Group gap="xs" wrap="nowrap">
      {enabled ? (
        <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
          Send a test
        </Button>
      ) : (
        <Button size="xs" loading={enable.isPending} onClick={() => enable.mutate()}>
          Enable
        </Button>
      )}
      <Button component={Link} to={`/settings/deliveries?webhook=${id}`} variant="default" size="xs">
        Deliveries
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={`More for ${url}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEdited(true)}>
            Edit
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => askToRotate(webhook, setSecret)}>
            New secret
          </Menu.Item>
          {enabled && (
            <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => void disable(webhook)}>
              Disable
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            c="var(--bad)"
            onClick={() => askToDelete(webhook)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isEdited && <EditWebhook webhook={webhook} onClose={() => setEdited(false)} />}
      {secret !== undefined && (
        <SecretDialog
          title="The new secret"
          about="The receiver checks by it that a message is from here. For 24 hours messages are signed with the old one as well, so that the receiver may change over."
          label="Secret"
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </Group>
  );
}

/** What waited has failed with it, and stays so; what comes after the undo is sent. */
async function disable(webhook: Webhook): Promise<void> {
  try {
    await changeWebhook(webhook, { enabled: false });
    tellDone(`${webhook.url} is disabled: nothing is sent to it, and what waited has failed.`, () =>
      changeWebhook(webhook, { enabled: true }),
    );
  } catch (error) {
    tellProblem(error);
  }
}

function askToRotate(webhook: Webhook, onSecret: (secret: string) => void): void {
  confirm({
    title: 'Make a new secret?',
    consequence:
      'Messages are signed with both the old and the new secret for 24 hours. After that a receiver that still knows only the old one refuses them.',
    verb: 'Make it',
    isHarmful: false,
    act: async () => onSecret((await rotateWebhook(webhook)).secret),
  });
}

function askToDelete(webhook: Webhook): void {
  confirm({
    title: 'Delete this webhook?',
    consequence: `Nothing is sent to ${webhook.url} any more, and what still waits for it has failed. The log of its deliveries stays. It cannot be taken back: a new one has another secret.`,
    verb: 'Delete it',
    act: async () => {
      await deleteWebhook(webhook);
      tellDone(`${webhook.url} is deleted.`);
    },
  });
}
