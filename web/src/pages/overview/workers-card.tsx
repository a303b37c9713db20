import { Progress, Text } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { Moment } from '../../parts/moment.js';
import { ToneBadge } from '../../parts/state-badge.js';
import { count, counted } from '../../parts/text.js';
import classes from './active-jobs.module.css';
import { useWorkers } from './queries.js';

type Worker = Schema<'WorkerDto'>;

/** More than this are only counted. */
const MOST = 8;

/** The processes that measure images; those that are silent first. */
export function WorkersCard() {
  const query = useWorkers();
  const alive = query.data?.filter((worker) => worker.alive) ?? [];
  return (
    <Card
      title="Workers"
      aside={
        query.data && (
          <Text size="sm" c="dimmed">
            {count(alive.length)} alive
          </Text>
        )
      }
    >
      <Answer query={query}>
        {(workers) => {
          const silent = workers.filter((worker) => !worker.alive);
          const shown = [...silent, ...alive].slice(0, MOST);
          const others = workers.length - shown.length;
          return (
            <>
              {workers.length === 0 && (
                <Text c="dimmed" size="sm">
                  No worker is running. Start the service with <code>ROLE=worker</code> or{' '}
                  <code>ROLE=all</code>.
                </Text>
              )}
              <ul className={classes.jobs}>
                {shown.map((worker) => (
                  <WorkerRow key={worker.id} worker={worker} />
                ))}
              </ul>
              {others > 0 && (
                <Text size="sm" c="dimmed" mt="xs">
                  {counted(others, 'more worker')}
                </Text>
              )}
            </>
          );
        }}
      </Answer>
    </Card>
  );
}

function WorkerRow({ worker }: { readonly worker: Worker }) {
  const { hostname, pid, role, images, images_in_flight: slots, heartbeat_at, alive } = worker;
  return (
    <li className={classes.job}>
      <div className={classes.name}>
        <Text size="sm" fw={600} truncate>
          {hostname}
        </Text>
        <span className={classes.note}>
          {role === 'all' ? 'API and worker' : 'worker'} · pid {pid}
        </span>
      </div>
      <div className={classes.end}>
        {alive ? <ToneBadge tone="good">Alive</ToneBadge> : <ToneBadge tone="bad">Silent</ToneBadge>}
      </div>
      {alive && (
        <Progress
          className={classes.bar}
          size="sm"
          color="var(--busy-fill)"
          value={Math.min(100, (100 * images) / slots)}
          aria-label={`Load of ${hostname}`}
        />
      )}
      <div className={classes.note}>
        {alive ? `${count(images)} in hand, ${count(slots)} at once` : 'Others take over its images'}
      </div>
      <div className={`${classes.note} ${classes.end}`}>
        {alive ? 'heard of ' : 'last heard of '}
        <Moment at={heartbeat_at} />
      </div>
    </li>
  );
}
