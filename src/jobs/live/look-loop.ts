import { Logger } from '@nestjs/common';

/** Most looks at the same jobs in a second are four. */
const LOOK_MS = 250;

/** Everything that is followed is looked at so often, whether somebody told of a change or not: notices may get lost. */
const FULL_LOOK_MS = 2_000;

/** Looks at the database again and again, while somebody follows what is there. */
export class LookLoop {
  private static readonly log = new Logger('Live');
  private timer?: NodeJS.Timeout;
  private isRunning = false;
  private isFailing = false;
  private nextFullLookAt = 0;

  /** @param look at what changed, or at everything; may fail, then the next look is at everything */
  constructor(private readonly look: (atEverything: boolean) => Promise<void>) {}

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.nextFullLookAt = performance.now() + FULL_LOOK_MS;
    this.schedule();
  }

  stop(): void {
    this.isRunning = false;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    const timer = setTimeout(() => {
      void this.turn().finally(() => {
        // It may have been stopped, and started again, meanwhile.
        if (this.timer === timer) this.schedule();
      });
    }, LOOK_MS);
    this.timer = timer.unref();
  }

  private async turn(): Promise<void> {
    const atEverything = performance.now() >= this.nextFullLookAt;
    if (atEverything) this.nextFullLookAt = performance.now() + FULL_LOOK_MS;
    try {
      await this.look(atEverything);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) LookLoop.log.warn({ err: error }, 'Followed jobs could not be read; trying again');
      this.isFailing = true;
      this.nextFullLookAt = 0;
    }
  }
}
