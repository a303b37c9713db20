import { Presets, SingleBar } from 'cli-progress';

/** Files that are read faster show nothing. */
const QUIET_MS = 700;
/** Between two lines where no bar can be drawn, e.g. in a log. */
const LINE_MS = 5_000;

/** Shows on stderr how much of a long file has been read: a bar on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  private readonly startedAt: number;
  private lastLineAt: number;
  private bar?: SingleBar;

  constructor(
    private readonly size: number,
    private readonly stderr: NodeJS.WriteStream = process.stderr,
    private readonly now: () => number = Date.now,
  ) {
    this.startedAt = this.lastLineAt = now();
  }

  update(bytes: number, rows: number): void {
    if (this.stderr.isTTY) this.draw(bytes, rows);
    else this.report(bytes, rows);
  }

  stop(): void {
    this.bar?.stop();
  }

  private draw(bytes: number, rows: number): void {
    const phase = this.phaseAt(bytes);
    if (this.bar) return this.bar.update(bytes, { rows, phase });
    if (this.now() - this.startedAt < QUIET_MS) return;
    const format = '{bar} {percentage} % read, {rows} rows, {phase}';
    this.bar = new SingleBar(
      { format, stream: this.stderr, fps: 5, hideCursor: true },
      Presets.shades_classic,
    );
    this.bar.start(Math.max(this.size, bytes), bytes, { rows, phase });
  }

  private report(bytes: number, rows: number): void {
    const isOver = bytes === this.size && this.lastLineAt !== this.startedAt;
    if (!isOver && this.now() - this.lastLineAt < LINE_MS) return;
    this.lastLineAt = this.now();
    const share = this.size > 0 ? `${Math.floor((bytes / this.size) * 100)} % read, ` : '';
    this.stderr.write(`${share}${rows} rows, ${this.phaseAt(bytes)}\n`);
  }

  /** The file is read to its end before it is merged; how long that takes, nobody knows. */
  private phaseAt(bytes: number): string {
    return bytes === this.size ? 'merging' : 'reading';
  }
}
