import { Injectable, Logger } from '@nestjs/common';
import { MetricsService } from '../../metrics/metrics.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { DueDelivery, Outcome } from './delivery.js';
import { Messenger } from './messenger.js';

/** Brings a delivery to its receiver and writes down what came of it. */
@Injectable()
export class Postman {
  private readonly log = new Logger('Webhooks');

  constructor(
    private readonly messenger: Messenger,
    private readonly deliveries: DeliveriesRepository,
    private readonly metrics: MetricsService,
  ) {}

  /**
   * @param signal breaks the attempt off; it does not count then, and the delivery is due at once
   * @returns whether the receiver answered; undefined when it was not asked
   */
  async bring(delivery: DueDelivery, signal: AbortSignal): Promise<boolean | undefined> {
    const { id, endpointId, isWanted } = delivery;
    if (!isWanted && endpointId !== null) {
      await this.deliveries.abandon(endpointId, 'The webhook was disabled or deleted before that.');
      return undefined;
    }
    try {
      const outcome = await this.messenger.deliver(delivery, signal);
      await this.note(delivery, outcome);
      return outcome.status !== null;
    } catch (error) {
      if (!signal.aborted) throw error;
      await this.deliveries.release(id);
      return undefined;
    }
  }

  private async note(delivery: DueDelivery, outcome: Outcome): Promise<void> {
    const { id, jobId, endpointId } = delivery;
    const recorded = await this.deliveries.record(delivery, outcome);
    this.metrics.countWebhook(outcome.delivered ? 'delivered' : 'failed');
    const about = { delivery_id: id, job_id: jobId, endpoint_id: endpointId, reason: outcome.error };
    if (recorded?.state === 'failed') this.log.warn(about, 'A webhook delivery was given up');
    if (recorded?.disabledReason == null || endpointId === null) return;
    this.log.warn({ ...about, reason: recorded.disabledReason }, 'A webhook was disabled');
    await this.deliveries.abandon(endpointId, 'The webhook was disabled before that.');
  }
}
