import { Presets, SingleBar } from 'cli-progress';

/** Files that are read faster show nothing. */
const QUIET_MS = 700;
/** Between two lines where no bar can be drawn, e.g. in a log. */
const LINE_MS = 5_000;

/** Shows on stderr how much of a long file has been read: a bar on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  private readonly startedAt = Date.now();
  private lastLineAt = this.startedAt;
  private bar?: SingleBar;

  constructor(
    private readonly size: number,
    private readonly stderr: NodeJS.WriteStream = process.stderr,
  ) {}

  update(bytes: number, rows: number): void {
    if (this.stderr.isTTY) this.draw(bytes, rows);
    else this.report(bytes, rows);
  }

  stop(): void {
    this.bar?.stop();
  }

  private draw(bytes: number, rows: number): void {
    if (!this.bar) {
      if (Date.now() - this.startedAt < QUIET_MS) return;
      this.bar = new SingleBar(
        {
          format: '{bar} {percentage} % read, {rows} rows, {phase}',
          stream: this.stderr,
          fps: 5,
          hideCursor: true,
        },
        Presets.shades_classic,
      );
      this.bar.start(Math.max(this.size, bytes), bytes);
    }
    // The file is read to its end before the merge begins; nobody knows how long that takes.
    this.bar.update(bytes, { rows, phase: bytes < this.size ? `{eta} s left` : 'merging' });
  }

  private report(bytes: number, rows: number): void {
    if (Date.now() - this.lastLineAt < LINE_MS) return;
    this.lastLineAt = Date.now();
    const share = this.size > 0 ? `${Math.floor((bytes / this.size) * 100)} % read, ` : '';
    this.stderr.write(`${share}${rows} rows\n`);
  }
}
