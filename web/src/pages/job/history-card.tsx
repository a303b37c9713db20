import { Text, Timeline } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Card } from '../../parts/card.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import { entryOf } from './history.js';
import classes from './job.module.css';

/** What happened to the job and who did it, the latest first. */
export function HistoryCard({ events }: { readonly events: readonly Schema<'JobEventDto'>[] }) {
  return (
    <Card title="History">
      <div className={classes.history} tabIndex={0} role="group" aria-label="What happened to the job">
        <Timeline bulletSize={14} lineWidth={2} active={events.length} color="var(--line)">
          {events.toReversed().map((event) => {
            const { what, detail, tone } = entryOf(event);
            return (
              <Timeline.Item
                key={`${event.kind} ${event.at}`}
                bullet={<span className={classes.bullet} style={{ background: `var(--${tone}-fill)` }} />}
                title={
                  <Text size="sm" fw={600}>
                    {what}
                  </Text>
                }
              >
                {detail && <Text size="sm">{detail}</Text>}
                <Text size="xs" c="dimmed" component="div">
                  <Moment at={event.at} />
                  {event.actor !== null && ` by ${sayMaker(event.actor)}`}
                </Text>
              </Timeline.Item>
            );
          })}
        </Timeline>
      </div>
    </Card>
  );
}
