import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, content } from '../../data/api.js';
import { Card } from '../../parts/card.js';
import { Moment } from '../../parts/moment.js';
import { StateBadge } from '../../parts/state-badge.js';
import classes from './job.module.css';
import { isOngoing, type JobDetail } from './use-job.js';

/** A job has one per webhook and end; the settings show them all. */
const SHOWN = 10;
const PENDING_MS = 5_000;

/** Who was told about the job; nothing where nobody is to be. For admins. */
export function DeliveriesCard({ job }: { readonly job: JobDetail }) {
  const { data: deliveries = [] } = useQuery({
    queryKey: ['deliveries', job.job_id],
    queryFn: async ({ signal }) => {
      const query = { job_id: job.job_id, limit: SHOWN };
      return (await content(api.GET('/api/deliveries', { params: { query }, signal }))).deliveries;
    },
    // Deliveries are made a moment after the job is settled.
    refetchInterval: ({ state }) =>
      isOngoing(job) || state.data?.every((delivery) => delivery.state !== 'pending') ? false : PENDING_MS,
  });
  if (deliveries.length === 0) return null;
  return (
    <Card
      title="Webhooks"
      aside={
        <Anchor component={Link} to="/settings/webhooks" size="sm">
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
