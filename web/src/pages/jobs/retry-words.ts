import type { Schema } from '../../api/client.js';
import { count, counted } from '../../parts/text.js';

export type Retry = Schema<'BulkRetryDto'>;

/** Every job of it was reopened or skipped, and those that were reopened have ended. */
export function isThrough({ jobs: { waiting, reopened, settled } }: Retry): boolean {
  return waiting === 0 && settled >= reopened;
}

/** Jobs that nothing more will come of, in percent. */
export function shareThrough({ jobs: { total, skipped, settled } }: Retry): number {
  return total === 0 ? 100 : (100 * (skipped + settled)) / total;
}

/** `9 of 12 jobs are through, 340 images; 2 have failures again, 1 was skipped`. */
export function sayRetry(retry: Retry): string {
  const { total, settled, failed, skipped } = retry.jobs;
  const through = isThrough(retry)
    ? `${counted(total, 'job')} ${total === 1 ? 'is' : 'are'} through`
    : `${count(settled + skipped)} of ${counted(total, 'job')} are through`;
  const rest = [
    failed > 0 && `${count(failed)} ${failed === 1 ? 'has' : 'have'} failures again`,
    skipped > 0 && `${count(skipped)} ${skipped === 1 ? 'was' : 'were'} skipped`,
  ].filter(Boolean);
  return `${through}, ${counted(retry.images, 'image')}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}`;
}

/** What was asked for: `3 chosen jobs, HTTP_503`. */
export function sayRetryFilter(filter: Readonly<Record<string, unknown>>): string {
  return Object.entries(filter)
    .map(([name, value]) => sayPart(name, value))
    .join(', ');
}

function sayPart(name: string, value: unknown): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (name === 'job_ids' && Array.isArray(value)) {
    return value.length > 3 ? `${count(value.length)} chosen jobs` : `job ${text}`;
  }
  if (name === 'store_ids') return `store ${text}`;
  if (name === 'area_codes') return `area ${text}`;
  if (name === 'states') return `${text} images`;
  if (name === 'status' || name === 'state') return `${text} jobs`;
  if (name === 'codes') return text;
  return `${name} ${text}`;
}
