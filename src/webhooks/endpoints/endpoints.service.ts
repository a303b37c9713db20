import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import type { Page } from '../../common/cursor.js';
import { DeliveriesRepository } from '../delivery/deliveries.repository.js';
import { newSecret } from '../signing/secret.js';
import { WebhookNotFoundError } from '../webhooks.errors.js';
import type { Endpoint, EndpointChanges, EndpointFields, IssuedEndpoint } from './endpoint.js';
import { EndpointsRepository } from './endpoints.repository.js';

/** Registers receivers and looks after them. Everything but `list` and `create` throws WebhookNotFoundError. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly endpoints: EndpointsRepository,
    private readonly deliveries: DeliveriesRepository,
  ) {}

  /** Endpoints, newest first. */
  list(beforeId: string | undefined, limit: number): Promise<Page<Endpoint>> {
    return this.endpoints.findPage(beforeId, limit);
  }

  async create(fields: EndpointFields, by: Caller): Promise<IssuedEndpoint> {
    const secret = newSecret();
    return { secret, endpoint: await this.endpoints.create(fields, secret, by) };
  }

  async find(id: string): Promise<Endpoint> {
    return found(id, isId(id) && (await this.endpoints.find(id)));
  }

  /** What still waits for an endpoint that is disabled has failed, and can be sent again once it is enabled. */
  async change(id: string, changes: EndpointChanges, by: Caller): Promise<Endpoint> {
    const endpoint = found(id, isId(id) && (await this.endpoints.change(id, changes, by)));
    if (!endpoint.enabled) await this.deliveries.abandon(id, 'The webhook was disabled before that.');
    return endpoint;
  }

  /** The old secret signs beside the new one for a day. */
  async rotate(id: string, by: Caller): Promise<IssuedEndpoint> {
    const secret = newSecret();
    return { secret, endpoint: found(id, isId(id) && (await this.endpoints.rotate(id, secret, by))) };
  }

  async delete(id: string, by: Caller): Promise<void> {
    found(id, isId(id) && (await this.endpoints.delete(id, by)));
    await this.deliveries.abandon(id, 'The webhook was deleted before that.');
  }
}

/** Whether a text can be an id at all; anything else would be an error of the database. */
function isId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

function found<T>(id: string, value: T | false | undefined): T {
  if (value === undefined || value === false) throw new WebhookNotFoundError(id);
  return value;
}
