import { Progress } from '@mantine/core';
import type { Schema } from '../api/client.js';
import { count, percent } from './text.js';

type ProgressDto = Schema<'ProgressDto'>;

interface JobProgressProps {
  readonly progress: ProgressDto;
  readonly size?: 'sm' | 'lg';
}

/** How far a job is: measured, failed and cancelled images next to each other. */
export function JobProgress({ progress, size = 'sm' }: JobProgressProps) {
  const { total, processed, failed, cancelled } = progress;
  const share = (images: number) => (total === 0 ? 0 : (100 * images) / total);
  return (
    <Progress.Root
      size={size}
      radius="sm"
      transitionDuration={250}
      role="progressbar"
      aria-label="Images settled"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={progress.percent}
      aria-valuetext={sayProgress(progress)}
    >
      <Progress.Section value={share(processed)} color="var(--good-fill)" withAria={false} />
      <Progress.Section value={share(failed)} color="var(--bad-fill)" withAria={false} />
      <Progress.Section value={share(cancelled)} color="var(--off-fill)" withAria={false} />
    </Progress.Root>
  );
}

/** `120 of 200 images, 60.5 %`. */
export function sayProgress({ total, pending, percent: share }: ProgressDto): string {
  return `${count(total - pending)} of ${count(total)} images, ${percent(share)}`;
}
