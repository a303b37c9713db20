import { DomainError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';

export class WebhookNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'WEBHOOK_NOT_FOUND';
  constructor(id: string) {
    super(`There is no webhook with the id ${quote(id)}.`);
  }
}

export class DeliveryNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'DELIVERY_NOT_FOUND';
  constructor(id: string) {
    super(`There is no delivery with the id ${quote(id)}; deliveries are kept for 30 days.`);
  }
}

/** Nothing is sent to a webhook that is disabled. */
export class WebhookDisabledError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'WEBHOOK_DISABLED';
  constructor(id: string, reason: string) {
    super(`Webhook ${id} is disabled: ${reason} Enable it first.`);
  }
}

/** The delivery went to a webhook that is not there any more. */
export class WebhookDeletedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'WEBHOOK_DELETED';
  constructor(deliveryId: string) {
    super(`The webhook that delivery ${deliveryId} went to was deleted.`);
  }
}
