import { Group, Progress, Text } from '@mantine/core';
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
  const alive = query.data?.filter((worker) => worker.alive).length;
  return (
    <Card
      title="Workers"
      aside={
        alive !== undefined && (
          <Text size="sm" c="dimmed">
            {count(alive)} alive
          </Text>
        )
      }
    >
      <Answer query={query}>
        {(workers) =>
          workers.length === 0 ? (
            <Text c="dimmed" size="sm">
              No worker is running. Start the service with <code>ROLE=worker</code> or <code>ROLE=all</code>.
            </Text>
          ) : (
            <ul className={classes.jobs}>
              {[...workers]
                .sort((a, b) => Number(a.alive) - Number(b.alive))
                .slice(0, MOST)
                .map((worker) => (
                  <WorkerRow key={worker.id} worker={worker} />
                ))}
            </ul>
          )
        }
      </Answer>
      {(query.data?.length ?? 0) > MOST && (
        <Text size="sm" c="dimmed">
          {counted((query.data?.length ?? 0) - MOST, 'more worker')}
        </Text>
      )}
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
      {alive ? <ToneBadge tone="good">Alive</ToneBadge> : <ToneBadge tone="bad">Silent</ToneBadge>}
      {alive && (
        <Progress
          className={classes.bar}
          size="sm"
          color="var(--busy-fill)"
          value={Math.min(100, (100 * images) / slots)}
          aria-label={`Load of ${hostname}`}
        />
      )}
      <Group gap={4} className={classes.note}>
        {alive
          ? `${count(images)} images in hand, ${count(slots)} at once`
          : 'Its images go to other workers'}
      </Group>
      <div className={classes.note}>
        {alive ? 'heard of ' : 'last heard of '}
        <Moment at={heartbeat_at} />
      </div>
    </li>
  );
}
