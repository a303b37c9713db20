import type { Schema } from '../../api/client.js';

type Timings = Schema<'TimingsDto'>;
export type StageName = Exclude<keyof Timings, 'total_ms'>;

export interface Stage {
  readonly name: StageName;
  readonly word: string;
  readonly about: string;
}

/** In the order an image goes through them. */
export const STAGES: readonly Stage[] = [
  { name: 'queue_ms', word: 'Waiting', about: 'From the submission, or retry, to the first download' },
  { name: 'download_ms', word: 'Download', about: 'All attempts, with the pauses between them' },
  { name: 'verify_ms', word: 'Check', about: 'Opening the picture, and measuring it' },
  { name: 'simulate_ms', word: 'Model', about: 'The simulated GPU' },
  { name: 'record_ms', word: 'Storing', about: 'From the measurement to the database' },
];

/** Shares of a bar in percent; a stage that took any time can be seen. */
export function sharesOf(values: readonly (number | null)[]): number[] {
  const sum = values.reduce<number>((all, ms) => all + (ms ?? 0), 0);
  return values.map((ms) => (sum === 0 || !ms ? 0 : Math.max(0.5, (100 * ms) / sum)));
}
