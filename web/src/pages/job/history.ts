import type { Schema } from '../../api/client.js';
import { counted } from '../../parts/text.js';
import type { Tone } from '../../parts/state-badge.js';

type JobEvent = Schema<'JobEventDto'>;

export interface Entry {
  readonly what: string;
  /** With figures, where there are some. */
  readonly detail?: string;
  readonly tone: Tone;
}

/** Something that happened to a job, in words. */
export function entryOf({ kind, detail }: JobEvent): Entry {
  const number = (name: string) => (typeof detail?.[name] === 'number' ? detail[name] : 0);
  switch (kind) {
    case 'submitted':
      return {
        what: 'Submitted',
        detail: `${counted(number('visits'), 'visit')}, ${counted(number('images'), 'image')}`,
        tone: 'off',
      };
    case 'started':
      return { what: 'Started', tone: 'busy' };
    case 'paused':
      return { what: 'Paused', tone: 'wait' };
    case 'resumed':
      return { what: 'Resumed', tone: 'busy' };
    case 'cancelled':
      return { what: 'Cancelled', detail: `${counted(number('images'), 'image')} given up`, tone: 'off' };
    case 'reopened':
      return {
        what: `Run ${number('run')} begun`,
        detail: [counted(number('images'), 'image'), ...filterOf(detail?.['filter'])].join(', '),
        tone: 'busy',
      };
    case 'settled':
      return settled(number('processed'), number('failed'), number('cancelled'));
    case 'images_removed':
      return { what: 'Images removed', detail: 'They were older than they are kept', tone: 'off' };
  }
}

function settled(processed: number, failed: number, cancelled: number): Entry {
  const parts = [
    counted(processed, 'image measured', 'images measured'),
    failed > 0 && `${failed} failed`,
    cancelled > 0 && `${cancelled} cancelled`,
  ];
  const tone = failed > 0 ? 'bad' : cancelled > 0 ? 'off' : 'good';
  return { what: 'Settled', detail: parts.filter(Boolean).join(', '), tone };
}

/** What a retry was asked for, as far as it was narrowed. */
function filterOf(filter: unknown): string[] {
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.values(filter)
    .filter(Array.isArray)
    .map((values) => (values.length > 3 ? `${values.length} values` : values.join(' or ')));
}
