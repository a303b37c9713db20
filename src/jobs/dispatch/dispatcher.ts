import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { AdvisoryLock } from '../../database/advisory-lock.js';
import { LOCKS } from '../../database/locks.js';
import { DispatchSignal } from './dispatch-signal.js';
import { LEASE_MS, RENEW_MS, SWEEP_MS } from '../queue/lease-times.js';
import { RecoveryService } from './recovery.service.js';
import { WindowFiller } from './window-filler.js';

/** The dispatcher looks by itself so often; a signal makes it look at once. */
const POLL_MS = 250;

/** Rest after each look, so that a burst of signals costs one look; the window is long enough to bridge it. */
const REST_MS = 10;

/** Between two tries to become the dispatcher, and after an error. */
const STANDBY_MS = 1_000;

/**
 * Hands work out, in one process of all: whoever holds the lock keeps the
 * window of work in Redis filled and brings lost work back. Every process runs one of
 * these, so another takes over within a second or so.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Dispatcher');
  private readonly lock: AdvisoryLock;
  private readonly stopping = new AbortController();
  private loop = Promise.resolve();
  private woken = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly filler: WindowFiller,
    private readonly recovery: RecoveryService,
    private readonly signal: DispatchSignal,
    @Inject(databaseConfig.KEY) config: DatabaseConfig,
  ) {
    this.lock = new AdvisoryLock(config, LOCKS.dispatch);
  }

  onApplicationBootstrap(): void {
    this.signal.onWake(() => this.wake());
    this.loop = this.run();
  }

  /** Stops before the workers of this process hand their ranges back: another dispatcher gets them. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if (await this.lock.acquire()) await this.dispatch();
      } catch (error) {
        this.log.warn({ err: error }, 'Dispatching failed; trying again');
      }
      // No signal ends this pause: each try asks the database.
      await delay(STANDBY_MS, undefined, { signal }).catch(() => undefined);
    }
    await this.lock.release();
  }

  /** Until the lock is lost, something fails, or the process stops. */
  private async dispatch(): Promise<void> {
    // Leases may have run out while no dispatcher or no database was there: live workers renew them first.
    // The same after the whole machine was asleep, which shows as a turn that comes far too late.
    let trustedFrom = Date.now() + LEASE_MS;
    let nextSweep = 0;
    let lastTurn = Date.now();
    while (!this.stopping.signal.aborted && this.lock.held) {
      if (Date.now() - lastTurn > LEASE_MS - RENEW_MS) trustedFrom = Date.now() + LEASE_MS;
      lastTurn = Date.now();
      if (Date.now() >= nextSweep) {
        if (!(await this.lock.acquire())) return;
        await this.recovery.sweep(Date.now() >= trustedFrom);
        nextSweep = Date.now() + SWEEP_MS * (1 - Math.random() / 4); // not in step with anything else
      }
      await this.filler.fill();
      await this.pause(POLL_MS);
    }
  }

  private wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** A signal during the rest counts: the next look comes right after it. */
  private async pause(ms: number): Promise<void> {
    await delay(REST_MS);
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
  }
}
