import type { Schema } from '../../web/src/api/client.js';

type Progress = Schema<'ProgressDto'>;

const BAR_WIDTH = 24;

/** What a job looks like while one waits, in one line: a bar, then counts. */
export function progressText(progress: Progress): string {
  const filled = Math.floor((progress.percent / 100) * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  return `${bar} ${countsText(progress)}`;
}

/** The counts alone, for a log. */
export function countsText({ percent, total, pending, failed, cancelled }: Progress): string {
  return [
    `${percent} %`,
    `${total - pending} of ${total}`,
    failed > 0 && `${failed} failed`,
    cancelled > 0 && `${cancelled} cancelled`,
  ]
    .filter(Boolean)
    .join(', ');
}
