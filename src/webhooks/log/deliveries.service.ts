import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import type { Page } from '../../common/cursor.js';
import { DeliveryLoop } from '../delivery/delivery-loop.js';
import { EndpointsRepository } from '../endpoints/endpoints.repository.js';
import { EndpointsService } from '../endpoints/endpoints.service.js';
import { DeliveryNotFoundError, WebhookDeletedError, WebhookDisabledError } from '../webhooks.errors.js';
import { DeliveryLogRepository } from './delivery-log.repository.js';
import type { DeliveryDetail, DeliveryFilter, LoggedDelivery } from './logged-delivery.js';

const TEST_TYPE = 'webhook.test';

/** Shows what was sent, and sends again. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly deliveries: DeliveryLogRepository,
    private readonly endpoints: EndpointsService,
    private readonly endpointRows: EndpointsRepository,
    private readonly loop: DeliveryLoop,
  ) {}

  /** Deliveries, newest first. */
  list(filter: DeliveryFilter, beforeId: string | undefined, limit: number): Promise<Page<LoggedDelivery>> {
    return this.deliveries.findPage(filter, beforeId, limit);
  }

  /** @throws WebhookNotFoundError */
  async listOf(
    endpointId: string,
    filter: DeliveryFilter,
    beforeId: string | undefined,
    limit: number,
  ): Promise<Page<LoggedDelivery>> {
    const { id } = await this.endpoints.find(endpointId);
    return this.list({ ...filter, endpointId: id }, beforeId, limit);
  }

  /** @throws DeliveryNotFoundError */
  async find(id: string): Promise<DeliveryDetail> {
    const found = /^\d{1,18}$/.test(id) ? await this.deliveries.find(id) : undefined;
    if (!found) throw new DeliveryNotFoundError(id);
    return found;
  }

  /**
   * Sends the same message once more, at once, whatever came of it before; if that fails, again by the schedule.
   *
   * @throws DeliveryNotFoundError, WebhookDeletedError, WebhookDisabledError
   */
  async resend(id: string, by: Caller): Promise<LoggedDelivery> {
    const { delivery } = await this.find(id);
    if (delivery.endpointId !== null) {
      const endpoint = await this.endpointRows.find(delivery.endpointId);
      if (!endpoint) throw new WebhookDeletedError(id);
      if (!endpoint.enabled) throw new WebhookDisabledError(endpoint.id, endpoint.disabledReason ?? '');
    }
    const again = await this.deliveries.resend(delivery.id, by);
    if (!again) throw new DeliveryNotFoundError(id);
    this.loop.wake();
    return again;
  }

  /** Sends a message that says nothing, to see whether it arrives. @throws WebhookNotFoundError, WebhookDisabledError */
  async test(endpointId: string): Promise<LoggedDelivery> {
    const { id, disabledReason } = await this.endpoints.find(endpointId);
    const data = { endpoint_id: id, message: 'This is a test of the webhook.' };
    const payload = { type: TEST_TYPE, timestamp: new Date().toISOString(), data };
    const delivery = await this.deliveries.createTest(id, payload);
    if (!delivery) throw new WebhookDisabledError(id, disabledReason ?? '');
    this.loop.wake();
    return delivery;
  }
}
