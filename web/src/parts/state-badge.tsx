import { Badge } from '@mantine/core';
import type { Schema } from '../api/client.js';

type JobState = Schema<'JobDto'>['state'];
type ImageState = Schema<'ImageDto'>['state'];
type DeliveryState = Schema<'DeliveryDto'>['state'];

const LOOKS: Record<JobState | ImageState | DeliveryState, [tone: Tone, word: string]> = {
  queued: ['off', 'Queued'],
  running: ['busy', 'Running'],
  paused: ['wait', 'Paused'],
  completed: ['good', 'Completed'],
  failed: ['bad', 'Failed'],
  cancelled: ['off', 'Cancelled'],
  pending: ['off', 'Pending'],
  measured: ['good', 'Measured'],
  delivered: ['good', 'Delivered'],
};

export type Tone = 'good' | 'bad' | 'busy' | 'wait' | 'off';

/** The state of a job, an image or a delivery: one word, one colour. */
export function StateBadge({ state }: { readonly state: JobState | ImageState | DeliveryState }) {
  const [tone, word] = LOOKS[state];
  return <ToneBadge tone={tone}>{word}</ToneBadge>;
}

export function ToneBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <Badge tt="none" fw={600} radius="sm" bg={`var(--${tone}-soft)`} c={`var(--${tone})`} miw="fit-content">
      {children}
    </Badge>
  );
}
