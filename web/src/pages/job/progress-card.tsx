import { Group, Text, UnstyledButton } from '@mantine/core';
import type { Schema } from '../../api/client.js';
import { Card } from '../../parts/card.js';
import { JobProgress } from '../../parts/job-progress.js';
import { useNow } from '../../parts/moment.js';
import { count, decimal, duration, percent } from '../../parts/text.js';
import classes from './job.module.css';
import type { ImageState } from './job-view.js';
import { showImages } from './show-images.js';
import { elapsedMs, sayTimeLeft } from './time-left.js';
import { isOngoing, type JobDetail } from './use-job.js';
import { useView } from './use-view.js';

const PARTS: readonly [
  state: ImageState,
  of: 'processed' | 'failed' | 'cancelled' | 'pending',
  name: string,
][] = [
  ['measured', 'processed', 'Measured'],
  ['failed', 'failed', 'Failed'],
  ['cancelled', 'cancelled', 'Cancelled'],
  ['pending', 'pending', 'Pending'],
];

/** How far the job is and how long it will take; the counts lead to their images. */
export function ProgressCard({ job }: { readonly job: JobDetail }) {
  const { progress } = job;
  return (
    <Card mb="md" aria-label="Progress">
      <Group justify="space-between" align="flex-end" mb="xs" gap="xs" className="figures">
        <Group gap={8} align="baseline">
          <Text component="span" className={classes.percent}>
            {percent(progress.percent)}
          </Text>
          <Text component="span" size="sm" c="dimmed">
            {count(progress.total - progress.pending)} of {count(progress.total)} images
          </Text>
        </Group>
        <Pace job={job} />
      </Group>
      <JobProgress progress={progress} size="lg" />
      <div className={classes.counts}>
        {PARTS.map(([state, of, name]) => (
          <Count key={state} state={state} name={name} images={progress[of]} />
        ))}
      </div>
    </Card>
  );
}

interface CountProps {
  readonly state: ImageState;
  readonly name: string;
  readonly images: number;
}

function Count({ state, name, images }: CountProps) {
  const { change } = useView();
  const show = () => showImages(change, { state });
  return (
    <UnstyledButton
      className={classes.count}
      data-state={state}
      disabled={images === 0}
      onClick={show}
      aria-label={`${name}: ${count(images)}`}
    >
      <span className={classes.dot} />
      <span className="figures">{count(images)}</span>
      <Text span size="sm" c="dimmed">
        {name}
      </Text>
    </UnstyledButton>
  );
}

/** Speed, time left and time gone by; only what is known, in the same place. */
function Pace({ job }: { readonly job: JobDetail }) {
  const now = useNow(isOngoing(job) ? 1_000 : 60_000);
  const { images_per_second, eta } = job.progress;
  const elapsed = elapsedMs(job, job.events, now);
  return (
    <Group gap="lg" className={classes.pace}>
      {images_per_second !== null && <Figure name="Speed" value={`${decimal(images_per_second)} images/s`} />}
      {eta && <TimeLeft eta={eta} />}
      {elapsed !== undefined && <Figure name={nameOfElapsed(job)} value={duration(elapsed)} />}
      {elapsed === undefined && <Figure name="Waits for" value="its turn" />}
    </Group>
  );
}

/** Of the newest run alone. */
function nameOfElapsed(job: JobDetail): string {
  const who = job.run === 0 ? '' : `Run ${job.run} `;
  if (isOngoing(job)) return who ? `${who}for` : 'Running for';
  return who ? `${who}took` : 'Took';
}

function TimeLeft({ eta }: { readonly eta: Schema<'EtaDto'> }) {
  const { about, range } = sayTimeLeft(eta);
  return <Figure name="Time left" value={about} more={range} />;
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly more?: string | undefined;
}

function Figure({ name, value, more }: FigureProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fw={600} className="figures">
        {value}
        {more && (
          <Text span size="xs" c="dimmed" fw={400}>
            {' '}
            ({more})
          </Text>
        )}
      </Text>
    </div>
  );
}
