import type { Job } from './wait.js';
import { countsText, progressText } from './progress-text.js';

/** Between two lines where nothing can be redrawn, e.g. in a log. */
const LINE_MS = 5_000;

const CLEAR_LINE = '\r\u001b[K';

/** Shows how far a job is: on a terminal one line that is redrawn, elsewhere a line now and then. */
export class ProgressDisplay {
  private lastLineAt = -Infinity;
  private drawn = '';

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly now: () => number = Date.now,
  ) {}

  show(job: Job): void {
    const isOver = job.status !== 'ongoing';
    const paused = job.state === 'paused' ? ', paused' : '';
    if (this.stream.isTTY) this.draw(progressText(job.progress) + paused);
    else if (isOver || this.now() - this.lastLineAt >= LINE_MS) {
      this.lastLineAt = this.now();
      this.stream.write(`job ${job.job_id}: ${countsText(job.progress)}${paused}\n`);
    }
    if (isOver) this.stop();
  }

  /** A line of its own, above what is redrawn. */
  note(line: string): void {
    if (this.drawn) this.stream.write(CLEAR_LINE);
    this.stream.write(`${line}\n`);
    if (this.drawn) this.stream.write(this.drawn);
  }

  /** Leaves the last state on the screen. */
  stop(): void {
    if (this.drawn) this.stream.write('\n');
    this.drawn = '';
  }

  /** A line that wraps could not be redrawn. */
  private draw(text: string): void {
    this.drawn = text.slice(0, Math.max(this.stream.columns - 1, 10));
    this.stream.write(CLEAR_LINE + this.drawn);
  }
}
