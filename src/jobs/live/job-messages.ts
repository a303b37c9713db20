import { RECONNECT_AFTER_END_MS, type EventMessage } from './event-stream.js';
import type { FailureReader } from './failure-reader.js';
import { isOlder, type JobView } from './job-view.js';
import type { MessageSource } from './message-pump.js';

/**
 * What a client that follows one job has heard, and should hear next.
 *
 *     progress, images-failed, progress, images-failed, .. images-failed, settled, end
 *
 * Failures come without a gap from where the client said it was. At the end not all of them may have
 * been told, as there are at most a hundred in a message; `more` of the last one leads to the rest.
 */
export class JobMessages implements MessageSource {
  private toldProgress?: string;
  private wasProgressLast = false;
  private stage: 'open' | 'failures told' | 'settled told' | 'ended' = 'open';

  /** @param toldFailures number of the last failure the client has heard of */
  constructor(
    private view: JobView,
    private toldFailures: number,
    private readonly failures: Pick<FailureReader, 'read'>,
  ) {}

  get isEnding(): boolean {
    return this.view.isSettled;
  }

  offer(view: JobView): void {
    if (isOlder(view, this.view)) return;
    this.view = view;
    // Images run again: what follows is progress.
    if (!view.isSettled && this.stage !== 'ended') this.stage = 'open';
  }

  async next(): Promise<EventMessage | undefined> {
    return this.view.isSettled ? this.nextOfSettled() : this.nextOfRunning();
  }

  /** Progress and failures by turns, where there are both. */
  private async nextOfRunning(): Promise<EventMessage | undefined> {
    if (this.wasProgressLast || this.view.progress === this.toldProgress) {
      const failed = await this.nextFailures();
      this.wasProgressLast = false;
      if (failed) return failed;
    }
    const { progress, isSettled } = this.view;
    if (isSettled) return this.nextOfSettled(); // it ended meanwhile
    if (progress === this.toldProgress) return undefined;
    this.toldProgress = progress;
    this.wasProgressLast = true;
    return { event: 'progress', data: progress };
  }

  private async nextOfSettled(): Promise<EventMessage | undefined> {
    if (this.stage === 'open') {
      const failed = await this.nextFailures();
      this.stage = 'failures told';
      if (failed) return failed;
    }
    const { id, progress, isSettled } = this.view;
    if (!isSettled) {
      this.stage = 'open'; // somebody had images run again meanwhile
      return this.nextOfRunning();
    }
    if (this.stage === 'failures told') {
      this.stage = 'settled told';
      return { event: 'settled', data: progress };
    }
    if (this.stage === 'ended') return undefined;
    this.stage = 'ended';
    return {
      event: 'end',
      data: JSON.stringify({ job_id: id }),
      retryMs: RECONNECT_AFTER_END_MS,
      isLast: true,
    };
  }

  private async nextFailures(): Promise<EventMessage | undefined> {
    const { lastFailureNo } = this.view;
    if (lastFailureNo <= this.toldFailures) return undefined;
    const batch = await this.failures.read(this.view, this.toldFailures);
    // Failures of images that run again are not told any more.
    this.toldFailures = batch?.lastNo ?? lastFailureNo;
    return batch && { event: 'images-failed', data: batch.data, id: batch.lastNo };
  }
}
