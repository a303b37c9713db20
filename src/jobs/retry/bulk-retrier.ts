import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DispatchSignal } from '../dispatch/dispatch-signal.js';
import { BulkRetryRepository } from './bulk-retry.repository.js';

/** Between two looks for what another process left behind. */
const POLL_MS = 2_000;

/**
 * Reopens the jobs of stored retries, one after another, each in a small transaction. Every process that serves the
 * API runs one of these; each job is taken by one of them.
 */
@Injectable()
export class BulkRetrier implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Retry');
  private readonly stopping = new AbortController();
  private resting = new AbortController();
  private loop = Promise.resolve();

  constructor(
    private readonly retries: BulkRetryRepository,
    private readonly dispatch: DispatchSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
  }

  /** Looks at once. */
  wake(): void {
    this.resting.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.resting = new AbortController();
      try {
        while (!this.stopping.signal.aborted && (await this.retries.reopenNext())) {
          this.dispatch.wake();
        }
      } catch (error) {
        this.log.warn({ err: error }, 'A job could not be reopened; trying again');
        await delay(POLL_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
      await delay(POLL_MS, undefined, { signal: this.resting.signal }).catch(() => undefined);
    }
  }
}
