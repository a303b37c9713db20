import { Injectable } from '@nestjs/common';
import { toImagesFailed } from '../dto/live.dto.js';
import { ImageListRepository } from '../reading/image-list.repository.js';
import type { JobView } from './job-view.js';

/** Failures in one message. */
const MAX_FAILURES = 100;

/** Answers that are kept for streams that ask the same; a hundred failures are some 50 kB. */
const MAX_KEPT = 40;

/** A message with failures of a job, ready to be sent. */
export interface FailureBatch {
  /** JSON. */
  readonly data: string;
  /** Number of the last failure in it. */
  readonly lastNo: number;
}

/** Reads the failures of jobs once for all streams that are at the same place. */
@Injectable()
export class FailureReader {
  private readonly kept = new Map<string, Promise<FailureBatch | undefined>>();

  constructor(private readonly images: ImageListRepository) {}

  /**
   * The next failures after one of them.
   *
   * @param job as it was last seen; its run and its newest failure say how fresh the answer must be
   * @returns undefined when none of the newest run is there
   */
  async read(
    { id, run, lastFailureNo }: Pick<JobView, 'id' | 'run' | 'lastFailureNo'>,
    after: number,
  ): Promise<FailureBatch | undefined> {
    const key = `${id}:${run}:${after}:${lastFailureNo}`;
    const found = this.kept.get(key) ?? this.ask(id, after);
    this.kept.delete(key);
    this.kept.set(key, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    try {
      return await found;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async ask(jobId: string, after: number): Promise<FailureBatch | undefined> {
    const rows = await this.images.findFailures(jobId, MAX_FAILURES + 1, after);
    const failures = rows.slice(0, MAX_FAILURES);
    const last = failures.at(-1);
    if (last === undefined) return undefined;
    const message = toImagesFailed(failures, rows.length > MAX_FAILURES);
    return { data: JSON.stringify(message), lastNo: last.failureNo };
  }
}
