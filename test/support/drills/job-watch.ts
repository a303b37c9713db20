import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const POLL_MS = 100;

interface JobRow {
  readonly id: string;
  readonly total: number;
  readonly processed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly settledAt: Date | null;
}

/** Looks at all jobs all the time and notes what must never be seen: counters that go back, a terminal state that changes. */
export class JobWatch {
  readonly violations: string[] = [];
  private readonly seen = new Map<string, JobRow>();
  private stopped = false;
  private readonly loop: Promise<void>;

  constructor(private readonly dataSource: DataSource) {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      // A database that is away shows nothing; that is for the drill to notice.
      const rows = await this.read().catch(() => []);
      for (const row of rows) {
        this.check(row, this.seen.get(row.id));
        this.seen.set(row.id, row);
      }
      await sleep(POLL_MS);
    }
  }

  private read(): Promise<JobRow[]> {
    return this.dataSource.query<JobRow[]>(
      `SELECT id, total, processed, failed, cancelled, settled_at AS "settledAt" FROM jobs`,
    );
  }

  private check(now: JobRow, before: JobRow | undefined): void {
    const done = now.processed + now.failed + now.cancelled;
    if (done > now.total) this.note('more results than images', now);
    if ((now.settledAt !== null) !== (done === now.total)) this.note('settled too early or not at all', now);
    if (!before) return;
    if (now.processed < before.processed || now.failed < before.failed) this.note('a counter went back', now);
    if (before.settledAt && JSON.stringify(now) !== JSON.stringify(before))
      this.note('a terminal state changed', now);
  }

  private note(what: string, row: JobRow): void {
    this.violations.push(`${what}: ${JSON.stringify(row)}`);
  }
}
