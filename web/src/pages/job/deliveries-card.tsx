import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, content } from '../../data/api.js';
import { Card } from '../../parts/card.js';
import { Moment } from '../../parts/moment.js';
import { StateBadge } from '../../parts/state-badge.js';
import classes from './job.module.css';
import type { JobDetail } from './use-job.js';

/** A job has one per webhook and end; the settings show them all. */
const SHOWN = 10;
const LOOK_AGAIN_MS = 5_000;
/** Deliveries are made a moment after the job is settled. */
const MADE_WITHIN_MS = 30_000;

/** Who was told about the job; nothing where nobody is to be. For admins. */
export function DeliveriesCard({ job }: { readonly job: JobDetail }) {
  const { data: deliveries = [] } = useQuery({
    queryKey: ['deliveries', job.job_id],
    queryFn: async ({ signal }) => {
      const query = { job_id: job.job_id, limit: SHOWN };
      return (await content(api.GET('/api/deliveries', { params: { query }, signal }))).deliveries;
    },
    refetchInterval: ({ state }) =>
      isJustSettled(job) || state.data?.some((delivery) => delivery.state === 'pending')
        ? LOOK_AGAIN_MS
        : false,
  });
  if (deliveries.length === 0) return null;
  return (
    <Card
      title="Webhooks"
      aside={
        <Anchor component={Link} to={`/settings/deliveries?job=${job.job_id}`} size="sm">
          All deliveries
        </Anchor>
      }
    >
      <Stack gap="sm">
        {deliveries.map(({ id, url, state, attempts, last_error, delivered_at, next_attempt_at }) => (
          <div key={id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" truncate title={url}>
                {url}
              </Text>
              <StateBadge state={state} />
            </Group>
            <Text size="xs" c="dimmed" component="div" className={classes.name}>
              {delivered_at && <Moment at={delivered_at} />}
              {next_attempt_at && (
                <>
                  Next attempt <Moment at={next_attempt_at} />
                </>
              )}
              {attempts > 1 && ` · ${attempts} attempts`}
              {last_error && ` · ${last_error}`}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function isJustSettled({ settled_at }: JobDetail): boolean {
  return settled_at !== null && Date.now() - Date.parse(settled_at) < MADE_WITHIN_MS;
}
