import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { webhooksConfig, type WebhooksConfig } from '../../config/webhooks.config.js';
import { MetricsService } from '../../metrics/metrics.service.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { DueDelivery } from './delivery.js';
import { HostSlots, SLOTS } from './host-slots.js';
import { Postman } from './postman.js';

/** So often it looks what is to be told; nothing tells it sooner, as the jobs know nothing of webhooks. */
const POLL_MS = 1_000;

/** Rest after each look, so that many deliveries that end together cost one. */
const REST_MS = 50;

/** Of news, turned into deliveries at one look. */
const PUBLISH_PAGES = 5;

/** Between two looks at what is too old; where there is more than a page of it, the next look goes on. */
const SWEEP_MS = 3_600_000;

/** For writing down how an attempt ended, after its time is over. */
const MARGIN_MS = 5_000;

/** At the end of the process: attempts that take longer are broken off, and made again elsewhere. */
const STOP_GRACE_MS = 3_000;

/**
 * Sees to it that everybody is told: turns what has happened into deliveries, and makes them.
 * Every process that serves the API runs one of these; they share the work by locking rows.
 */
@Injectable()
export class DeliveryLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Webhooks');
  private readonly slots = new HostSlots();
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly breakingOff = new AbortController();
  private loop = Promise.resolve();
  private nextSweep = Date.now() + SWEEP_MS * Math.random();
  private after = '';
  private woken = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly postman: Postman,
    private readonly metrics: MetricsService,
    @Inject(webhooksConfig.KEY) private readonly config: WebhooksConfig,
  ) {}

  onApplicationBootstrap(): void {
    // Each attempt under way listens; more would be a leak.
    setMaxListeners(SLOTS, this.breakingOff.signal);
    this.metrics.addGauge('smp_webhook_deliveries_waiting', 'Webhook deliveries not made yet.', () =>
      this.deliveries.countWaiting(),
    );
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
    const grace = setTimeout(() => this.breakingOff.abort(), STOP_GRACE_MS);
    await Promise.all(this.running);
    clearTimeout(grace);
  }

  /** Looks at once: there is something to deliver. */
  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // What is wrong with one of them does not hold up the others.
      await this.attempt('Telling of what happened', () => this.publish());
      await this.attempt('Looking for webhooks to deliver', () => this.startDue());
      await this.attempt('Removing old deliveries', () => this.sweep());
      await this.pause();
    }
  }

  private async attempt(what: string, step: () => Promise<void>): Promise<void> {
    try {
      if (!this.stopping.signal.aborted) await step();
    } catch (error) {
      this.log.warn({ err: error }, `${what} failed; trying again`);
      this.woken = false;
    }
  }

  /** A few pages at a look: what is due is not to wait for a long backlog of news. */
  private async publish(): Promise<void> {
    for (let page = 0; page < PUBLISH_PAGES && !this.stopping.signal.aborted; page += 1) {
      if (!(await this.outbox.publish())) return;
    }
    this.woken = true;
  }

  private async startDue(): Promise<void> {
    const { free, freeForOthers } = this.slots;
    if (free === 0) return;
    const limits = { limit: free, limitOfOthers: freeForOthers, leaseMs: this.config.timeoutMs + MARGIN_MS };
    const { after } = this;
    const { due, visitedTo } = await this.deliveries.claim({ ...limits, after, rooms: this.slots.rooms() });
    // Where there was no slot for all of them, the next look goes on behind the last that had one.
    const others = due.filter(({ host }) => !this.slots.isQuick(host));
    if (freeForOthers > 0 && others.length >= freeForOthers) this.after = others.at(-1)?.host ?? '';
    else this.after = due.length === free ? (due.at(-1)?.host ?? '') : visitedTo;
    // It began in the middle and came to the end, with slots left: the first hosts have their turn, too.
    if (after !== '' && this.after === '') this.woken = true;
    for (const delivery of due) this.start(delivery);
  }

  private start(delivery: DueDelivery): void {
    const work = this.slots
      .use(delivery.host, () => this.postman.bring(delivery, this.breakingOff.signal))
      .catch((error: unknown) => {
        // Its lease brings it back.
        this.log.warn({ err: error, delivery_id: delivery.id }, 'A delivery broke off; trying again');
      })
      .finally(() => {
        this.running.delete(work);
        this.wake();
      });
    this.running.add(work);
  }

  private async sweep(): Promise<void> {
    if (Date.now() < this.nextSweep) return;
    this.nextSweep = Date.now() + SWEEP_MS;
    if (!(await this.deliveries.sweep())) return;
    this.nextSweep = 0;
    this.woken = true;
  }

  private async pause(): Promise<void> {
    await delay(REST_MS);
    if (!this.woken && !this.stopping.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
  }
}
