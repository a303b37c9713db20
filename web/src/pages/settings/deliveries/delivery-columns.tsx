import { Anchor, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { Column } from '../../../parts/data-table.js';
import { Moment, useNow } from '../../../parts/moment.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { count } from '../../../parts/text.js';
import { withParam } from '../../../parts/with-param.js';
import type { Delivery } from './use-deliveries.js';

export const DELIVERY_COLUMNS: readonly Column<Delivery>[] = [
  { id: 'state', heading: 'State', width: 110, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'what',
    heading: 'What, and to whom',
    cell: (delivery) => (
      <>
        <DetailsLink delivery={delivery} />
        <Text size="xs" c="dimmed" truncate>
          {delivery.url}
        </Text>
      </>
    ),
  },
  {
    id: 'job',
    heading: 'Job',
    width: 100,
    from: 768,
    cell: ({ job_id }) =>
      job_id ? (
        <Anchor component={Link} to={`/jobs/${job_id}`} size="sm">
          {job_id}
        </Anchor>
      ) : (
        <Dimmed>–</Dimmed>
      ),
  },
  {
    id: 'answer',
    heading: 'Last answer',
    width: '24%',
    from: 992,
    cell: ({ last_status, last_error, attempts }) =>
      attempts === 0 ? <Dimmed>not tried yet</Dimmed> : (last_error ?? `HTTP ${last_status}`),
  },
  {
    id: 'attempts',
    heading: 'Tries',
    width: 70,
    align: 'right',
    from: 768,
    cell: ({ attempts }) => count(attempts),
  },
  {
    id: 'next',
    heading: 'Next try',
    width: 140,
    from: 1200,
    cell: ({ next_attempt_at }) => (
      <Dimmed>
        <NextTry at={next_attempt_at} />
      </Dimmed>
    ),
  },
  {
    id: 'when',
    heading: 'When',
    width: 140,
    from: 560,
    cell: ({ created_at }) => (
      <Dimmed>
        <Moment at={created_at} />
      </Dimmed>
    ),
  },
];

function DetailsLink({ delivery: { id, type, job_id } }: { readonly delivery: Delivery }) {
  const [search] = useSearchParams();
  const to = `?${withParam(search, 'delivery', id).toString()}`;
  return (
    <Anchor component={Link} to={to} preventScrollReset size="sm" fw={600}>
      {sayType(type)}
      {job_id && <Text span inherit hiddenFrom="sm">{` · job ${job_id}`}</Text>}
    </Anchor>
  );
}

/** Times to come within a minute, or due already, are as good as now. */
export function NextTry({ at }: { readonly at: string | null }) {
  const now = useNow();
  if (at !== null && Date.parse(at) - now < 60_000) return 'within a minute';
  return <Moment at={at} />;
}

function Dimmed({ children }: { readonly children: React.ReactNode }) {
  return (
    <Text size="sm" c="dimmed" truncate component="div">
      {children}
    </Text>
  );
}

/** What an event says, for people. */
export function sayType(type: Delivery['type']): string {
  if (type === 'webhook.test') return 'A test';
  return type === 'job.failed' ? 'Job failed' : 'Job settled';
}
