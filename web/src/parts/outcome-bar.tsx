import { Progress } from '@mantine/core';
import type { Schema } from '../api/client.js';
import { count } from './text.js';

export type ImageCounts = Pick<
  Schema<'ImageCountsDto'>,
  'images' | 'measured' | 'failed' | 'cancelled' | 'pending'
>;

/** What became of images, as parts of a bar: measured, failed, cancelled; the rest is still to come. */
export function OutcomeBar({ counts }: { readonly counts: ImageCounts }) {
  const { images, measured, failed, cancelled } = counts;
  const share = (part: number) => (images === 0 ? 0 : (100 * part) / images);
  return (
    <Progress.Root size="sm" radius="sm" role="img" aria-label={sayOutcome(counts)}>
      <Progress.Section value={share(measured)} color="var(--good-fill)" withAria={false} />
      <Progress.Section value={share(failed)} color="var(--bad-fill)" withAria={false} />
      <Progress.Section value={share(cancelled)} color="var(--off-fill)" withAria={false} />
    </Progress.Root>
  );
}

/** `9 measured, 2 failed`: what there is none of is left out. */
export function sayOutcome({ measured, failed, cancelled, pending }: ImageCounts): string {
  const parts = [
    [measured, 'measured'],
    [failed, 'failed'],
    [cancelled, 'cancelled'],
    [pending, 'pending'],
  ] as const;
  const said = parts.filter(([images]) => images > 0).map(([images, word]) => `${count(images)} ${word}`);
  return said.join(', ') || 'no images';
}
