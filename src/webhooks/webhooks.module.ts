import { Module } from '@nestjs/common';
import { DeliveriesRepository } from './delivery/deliveries.repository.js';
import { DeliveryLoop } from './delivery/delivery-loop.js';
import { Messenger } from './delivery/messenger.js';
import { Postman } from './delivery/postman.js';
import { EndpointsRepository } from './endpoints/endpoints.repository.js';
import { EndpointsService } from './endpoints/endpoints.service.js';
import { WebhooksController } from './endpoints/webhooks.controller.js';
import { DeliveriesController } from './log/deliveries.controller.js';
import { DeliveriesService } from './log/deliveries.service.js';
import { DeliveryLogRepository } from './log/delivery-log.repository.js';
import { OutboxRepository } from './outbox/outbox.repository.js';
import { InstanceSecretRepository } from './signing/instance-secret.repository.js';

/** Tells receivers what became of jobs; for the processes that serve the API. Nothing else knows of it. */
@Module({
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    EndpointsService,
    EndpointsRepository,
    DeliveriesService,
    DeliveryLogRepository,
    DeliveryLoop,
    Postman,
    Messenger,
    DeliveriesRepository,
    OutboxRepository,
    InstanceSecretRepository,
  ],
})
export class WebhooksModule {}
