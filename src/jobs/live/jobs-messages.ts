import type { JobStatus } from '../job-status.js';
import type { EventMessage } from './event-stream.js';
import type { JobView } from './job-view.js';
import type { MessageSource } from './message-pump.js';

/** Jobs in one message; a hundred are some 60 kB. */
const MAX_JOBS = 100;

/** A client that is so many jobs behind gets a new snapshot instead. */
const MAX_BEHIND = 500;

/** Jobs in a snapshot, and whether there are more. */
export interface Snapshot {
  /** JSON of each job. */
  readonly jobs: readonly string[];
  readonly more: boolean;
}

/** What a client that follows all jobs, or those of a filter, should hear next: only the newest state of each job. */
export class JobsMessages implements MessageSource {
  readonly isEnding = false;
  private readonly moved = new Map<string, string>();
  private readonly settled = new Map<string, string>();
  private needsSnapshot = true;
  private wasProgressLast = false;

  /**
   * @param status only jobs in this state; those that leave `ongoing` are told of as settled all the same
   * @param takeSnapshot reads the active jobs
   */
  constructor(
    private readonly status: JobStatus | undefined,
    private readonly takeSnapshot: () => Promise<Snapshot>,
  ) {}

  offer({ id, status, isSettled, summary }: JobView): void {
    const fits =
      this.status === undefined || this.status === status || (this.status === 'ongoing' && isSettled);
    if (!fits) return;
    (isSettled ? this.moved : this.settled).delete(id);
    (isSettled ? this.settled : this.moved).set(id, summary);
    if (this.moved.size + this.settled.size <= MAX_BEHIND) return;
    this.forget();
    this.needsSnapshot = true;
  }

  async next(): Promise<EventMessage | undefined> {
    if (this.needsSnapshot) return this.snapshot();
    const hasBoth = this.moved.size > 0 && this.settled.size > 0;
    const tellsProgress = hasBoth ? !this.wasProgressLast : this.moved.size > 0;
    this.wasProgressLast = tellsProgress;
    return tellsProgress ? take('progress', this.moved) : take('settled', this.settled);
  }

  private async snapshot(): Promise<EventMessage> {
    // What changes while the jobs are read is told after them; if that is too much, by another snapshot.
    this.forget();
    this.needsSnapshot = false;
    try {
      const { jobs, more } = await this.takeSnapshot();
      return { event: 'snapshot', data: `{"jobs":[${jobs.join(',')}],"more":${more}}` };
    } catch (error) {
      this.needsSnapshot = true;
      throw error;
    }
  }

  private forget(): void {
    this.moved.clear();
    this.settled.clear();
  }
}

function take(event: string, waiting: Map<string, string>): EventMessage | undefined {
  if (waiting.size === 0) return undefined;
  const batch = [...waiting].slice(0, MAX_JOBS);
  for (const [id] of batch) waiting.delete(id);
  return { event, data: `{"jobs":[${batch.map(([, job]) => job).join(',')}]}` };
}
