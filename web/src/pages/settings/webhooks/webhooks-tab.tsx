import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Answer } from '../../../parts/answer.js';
import { Card } from '../../../parts/card.js';
import { Empty } from '../../../parts/states.js';
import { useWebhooks } from './use-webhooks.js';
import { WebhookCard } from './webhook-card.js';
import { NewWebhook } from './new-webhook.js';

/** Who is told when a job is settled. */
export function WebhooksTab() {
  const webhooks = useWebhooks();
  const [isMaking, { open, close }] = useDisclosure();
  return (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <Text size="sm" c="dimmed" maw={640}>
          A webhook is an address that is told of every job whose last image is settled. Each message is
          signed, and tried again for a day until it is taken.
        </Text>
        <Button size="sm" leftSection={<IconPlus size={16} />} onClick={open}>
          New webhook
        </Button>
      </Group>
      <Answer query={webhooks}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.webhooks);
          return (
            <Stack gap="md">
              {rows.length === 0 && (
                <Card>
                  <Empty
                    title="Nobody is told"
                    hint="Make a webhook, and programs need not ask again and again how a job is doing."
                  />
                </Card>
              )}
              {rows.map((webhook) => (
                <WebhookCard key={webhook.id} webhook={webhook} />
              ))}
              {webhooks.hasNextPage && (
                <Button
                  variant="default"
                  loading={webhooks.isFetchingNextPage}
                  onClick={() => void webhooks.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
            </Stack>
          );
        }}
      </Answer>
      {isMaking && <NewWebhook onClose={close} />}
    </>
  );
}
