import type { Schema } from '../../../api/client.js';
import { bytes, count, counted, duration } from '../../../parts/text.js';

type Limit = Schema<'LimitDto'>;

export interface LimitGroup {
  readonly title: string;
  readonly limits: readonly Limit[];
}

/** By the beginnings of their names, in the order of a job's way through the service. */
const GROUPS: readonly [title: string, names: RegExp][] = [
  ['Handing in jobs', /^(SUBMIT|JOB|REQUEST)_/],
  ['Images and workers', /^(IMAGE|IMAGES|DECODE|HOST|GPU)_/],
  ['Who may come in, and how often', /^(AUTH$|RATE_LIMIT_)/],
  ['Live streams and exports', /^(LIVE_|EXPORTS)/],
  ['Webhooks', /^WEBHOOK_/],
  ['What is kept', /^RETENTION_/],
];

/** What belongs together, together; what belongs nowhere, at the end. */
export function grouped(limits: readonly Limit[]): LimitGroup[] {
  const groupOf = ({ name }: Limit) => GROUPS.find(([, names]) => names.test(name))?.[0] ?? 'Other';
  return [...GROUPS.map(([title]) => title), 'Other']
    .map((title) => ({ title, limits: limits.filter((limit) => groupOf(limit) === title) }))
    .filter((group) => group.limits.length > 0);
}

/** The value as people say it: `33.6 MB`, `5 min`, `no limit`. */
export function sayValue({ value, unit }: Limit): string {
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'bytes':
      return bytes(value);
    case 'ms':
      return duration(value);
    case 'pixels':
      return value >= 1_000_000 ? `${count(value / 1_000_000)} megapixels` : `${count(value)} px`;
    case 'images':
      return counted(value, 'image');
    case 'tries':
      return counted(value, 'try', 'tries');
    case 'per minute':
      return value === 0 ? 'no limit' : `${count(value)} per minute`;
    case 'at once':
      return `${count(value)} at once`;
    case 'days':
      return value === 0 ? 'for ever' : counted(value, 'day');
    default:
      return count(value);
  }
}

/** The value as the setting has it, where `sayValue` says it in other units. */
export function sayExactly({ value, unit }: Limit): string | undefined {
  return unit === 'bytes' || unit === 'ms' || unit === 'pixels'
    ? `${count(Number(value))} ${unit}`
    : undefined;
}
