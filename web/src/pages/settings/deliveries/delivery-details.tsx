import { Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';
import { queryClient } from '../../../data/query-client.js';
import { Answer } from '../../../parts/answer.js';
import { Facts } from '../../../parts/facts.js';
import { Moment } from '../../../parts/moment.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { tellDone, tellProblem } from '../../../parts/toasts.js';
import { JsonText } from '../json-text.js';
import { useParam } from '../use-param.js';
import { AttemptLog } from './attempt-log.js';
import { NextTry, sayType } from './delivery-columns.js';

type Detail = Schema<'DeliveryDetailDto'>;

/** While it is under way somebody looks on. */
const WATCH_MS = 1_000;

/** The delivery that the address names (`?delivery=77`), beside whatever tab is open. */
export function DeliveryDetails() {
  const [id, setId] = useParam('delivery');
  return (
    <Drawer
      opened={id !== null}
      onClose={() => setId(null)}
      title={`Delivery ${id ?? ''}`}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the delivery' }}
    >
      {id !== null && <Details id={id} />}
    </Drawer>
  );
}

function Details({ id }: { readonly id: string }) {
  const delivery = useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: ({ signal }) => content(api.GET('/api/deliveries/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => state.data?.state === 'pending' && WATCH_MS,
  });
  return (
    <Answer query={delivery}>
      {(one) => (
        <Stack gap="lg">
          <Group justify="space-between">
            <Group gap="xs">
              <StateBadge state={one.state} />
              <Text fw={600}>{sayType(one.type)}</Text>
            </Group>
            <Resend delivery={one} />
          </Group>
          <Facts facts={factsOf(one)} />
          <AttemptLog log={one.log} isPending={one.state === 'pending'} />
          <JsonText title="What is sent" value={one.payload} />
        </Stack>
      )}
    </Answer>
  );
}

function Resend({ delivery: { id, state, attempts } }: { readonly delivery: Detail }) {
  const resend = useMutation({
    mutationFn: () => content(api.POST('/api/deliveries/{id}/resend', { params: { path: { id } } })),
    onSuccess: () => tellDone('It is sent once more, now.'),
    onError: tellProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  if (state === 'pending' && attempts === 0) return null;
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconRefresh size={14} />}
      loading={resend.isPending}
      onClick={() => resend.mutate()}
    >
      {state === 'pending' ? 'Try now' : 'Send again'}
    </Button>
  );
}

function factsOf(one: Detail) {
  return {
    To: one.url,
    ...(one.job_id && {
      Job: (
        <Anchor component={Link} to={`/jobs/${one.job_id}`} inherit>
          {one.job_id}
        </Anchor>
      ),
    }),
    By: one.endpoint_id ? `webhook ${one.endpoint_id}` : 'the callback URL of the job',
    Made: <Moment at={one.created_at} />,
    ...(one.delivered_at && { Delivered: <Moment at={one.delivered_at} /> }),
    ...(one.next_attempt_at && { 'Next try': <NextTry at={one.next_attempt_at} /> }),
    ...(one.last_error && { 'Last problem': one.last_error }),
    'webhook-id': <code>{one.message_id}</code>,
  };
}
