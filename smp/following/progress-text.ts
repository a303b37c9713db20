import type { Schema } from '../../web/src/api/client.js';

type Progress = Schema<'ProgressDto'>;

const BAR_WIDTH = 24;

/** What a job looks like while one waits, in one line: a bar, then counts and the pace. */
export function progressText(progress: Progress): string {
  const filled = Math.floor((progress.percent / 100) * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  return `${bar} ${countsText(progress)}`;
}

/** The same without the bar, for a log. */
export function countsText({ percent, total, pending, failed, cancelled, ...pace }: Progress): string {
  return [
    `${percent} %`,
    `${total - pending} of ${total}`,
    failed > 0 && `${failed} failed`,
    cancelled > 0 && `${cancelled} cancelled`,
    pace.images_per_second !== null && `${pace.images_per_second} images/s`,
    pace.eta && timeLeft(pace.eta),
  ]
    .filter(Boolean)
    .join(', ');
}

function timeLeft({ earliest_seconds, latest_seconds }: NonNullable<Progress['eta']>): string {
  const [earliest, latest] = [duration(earliest_seconds), duration(latest_seconds)];
  return earliest === latest ? `${latest} left` : `${earliest} to ${latest} left`;
}

/** Two digits are as good as the guess is. */
function duration(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
