import { Injectable } from '@nestjs/common';
import { SignalBus } from '../../redis/signal-bus.js';
import { DispatchSignal } from '../dispatch/dispatch-signal.js';

const CHANNEL = 'smp:jobs';

/** Between two messages of one process, however much happens in it. */
const GAP_MS = 100;

/** Ids in one message; some kilobytes. */
const MAX_IDS = 500;

/** Tells whoever follows jobs, in whichever process, that some changed. What changed is in the database. */
@Injectable()
export class JobSignal {
  private waiting = new Set<string>();
  private timer?: NodeJS.Timeout;
  private sentAt = -Infinity;

  constructor(
    private readonly bus: SignalBus,
    private readonly dispatch: DispatchSignal,
  ) {}

  /** Never waits and never fails; those who follow a job look by themselves every two seconds. */
  changed(jobIds: Iterable<string>): void {
    for (const jobId of jobIds) this.waiting.add(jobId);
    if (this.waiting.size === 0 || this.timer !== undefined) return;
    const restMs = this.sentAt + GAP_MS - performance.now();
    if (restMs <= 0) this.send();
    else this.timer = setTimeout(() => this.send(), restMs).unref();
  }

  /** The same for a job that is new, has images to hand out again, or makes room for others. */
  hasWork(jobId: string): void {
    this.dispatch.wake();
    this.changed([jobId]);
  }

  onChange(listener: (jobIds: readonly string[]) => void): void {
    this.bus.listen(CHANNEL, (message) => listener(message.split(',')));
  }

  private send(): void {
    this.timer = undefined;
    this.sentAt = performance.now();
    const ids = [...this.waiting];
    this.waiting = new Set();
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      this.bus.send(CHANNEL, ids.slice(at, at + MAX_IDS).join(','));
    }
  }
}
