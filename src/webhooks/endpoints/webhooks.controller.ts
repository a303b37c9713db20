import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { DeliveriesService } from '../log/deliveries.service.js';
import { DeliveryDto, deliveryFilterFrom, DeliveryPageDto, toDeliveryDto } from '../log/delivery.dto.js';
import { DELIVERY_STATES } from '../log/logged-delivery.js';
import {
  ChangeWebhookRequest,
  CreateWebhookRequest,
  IssuedWebhookDto,
  toIssuedWebhookDto,
  toWebhookDto,
  WebhookDto,
  WebhookPageDto,
} from './endpoint.dto.js';
import { readChanges, readNewEndpoint } from './endpoint-request.js';
import { EndpointsService } from './endpoints.service.js';

const WEBHOOK_ID = { name: 'id', example: '3' };
const CURSOR = { name: 'cursor', required: false, description: '`next_cursor` of the page before.' };
const MISFIT = { type: ErrorBody, description: 'A value does not fit.' };
const NO_SUCH_WEBHOOK = {
  type: ErrorBody,
  description: 'There is no such webhook.',
  example: { error: 'There is no webhook with the id "3".', code: 'WEBHOOK_NOT_FOUND' },
};
const IS_DISABLED = { type: ErrorBody, description: 'It is disabled (`WEBHOOK_DISABLED`).' };

@ApiTags('webhooks')
@Requires('admin')
@Controller('api/webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** Receivers of events, newest first. */
  @Get()
  @ApiQuery(CURSOR)
  @ApiQuery({ name: 'limit', required: false, description: 'Webhooks per page.' })
  @ApiBadRequestResponse(MISFIT)
  async list(@Query() query: QueryValues): Promise<WebhookPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.endpoints.list(beforeId, parseLimit(query['limit']));
    return { webhooks: page.items.map(toWebhookDto), next_cursor: page.nextCursor };
  }

  /**
   * Registers a receiver. Its secret is in this answer and nowhere else. What it gets is signed by the Standard Webhooks
   * scheme, and tried again for a day until it answers 2xx; an answer of 410 disables it.
   */
  @Post()
  @ApiBody({ type: CreateWebhookRequest })
  @ApiCreatedResponse({ type: IssuedWebhookDto, description: 'It is told of everything from now on.' })
  @ApiBadRequestResponse(MISFIT)
  async create(@Body() body: unknown, @Req() request: Request): Promise<IssuedWebhookDto> {
    return toIssuedWebhookDto(await this.endpoints.create(readNewEndpoint(body), callerOf(request)));
  }

  /** One receiver, and whether all is well with it. */
  @Get(':id')
  @ApiParam(WEBHOOK_ID)
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  async find(@Param('id') id: string): Promise<WebhookDto> {
    return toWebhookDto(await this.endpoints.find(id));
  }

  /** Changes a receiver, or enables one that was disabled. */
  @Patch(':id')
  @ApiParam(WEBHOOK_ID)
  @ApiBody({ type: ChangeWebhookRequest })
  @ApiBadRequestResponse(MISFIT)
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  async change(@Param('id') id: string, @Body() body: unknown, @Req() request: Request): Promise<WebhookDto> {
    return toWebhookDto(await this.endpoints.change(id, readChanges(body), callerOf(request)));
  }

  /** Removes a receiver. What still waits for it has failed; the log of its deliveries stays. */
  @Delete(':id')
  @HttpCode(204)
  @ApiParam(WEBHOOK_ID)
  @ApiNoContentResponse({ description: 'Nothing is sent to it any more.' })
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  async delete(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.endpoints.delete(id, callerOf(request));
  }

  /** Gives a receiver a new secret. For 24 hours the old one signs too, so that the receiver may change over. */
  @Post(':id/rotate')
  @HttpCode(200)
  @ApiParam(WEBHOOK_ID)
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  async rotate(@Param('id') id: string, @Req() request: Request): Promise<IssuedWebhookDto> {
    return toIssuedWebhookDto(await this.endpoints.rotate(id, callerOf(request)));
  }

  /** Sends a receiver an event of the type `webhook.test`. */
  @Post(':id/test')
  @HttpCode(202)
  @ApiParam(WEBHOOK_ID)
  @ApiAcceptedResponse({
    type: DeliveryDto,
    description: 'It is on its way; the delivery tells what comes of it.',
  })
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  @ApiConflictResponse(IS_DISABLED)
  async test(@Param('id') id: string): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.test(id));
  }

  /** What was sent to a receiver in the last 30 days, newest first. */
  @Get(':id/deliveries')
  @ApiParam(WEBHOOK_ID)
  @ApiQuery({ name: 'job_id', required: false, example: '128', description: 'Deliveries about this job.' })
  @ApiQuery({
    name: 'state',
    required: false,
    enum: DELIVERY_STATES,
    description: 'Deliveries in this state.',
  })
  @ApiQuery(CURSOR)
  @ApiQuery({ name: 'limit', required: false, description: 'Deliveries per page.' })
  @ApiBadRequestResponse(MISFIT)
  @ApiNotFoundResponse(NO_SUCH_WEBHOOK)
  async listDeliveries(@Param('id') id: string, @Query() query: QueryValues): Promise<DeliveryPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const filter = deliveryFilterFrom(query);
    const page = await this.deliveries.listOf(id, filter, beforeId, parseLimit(query['limit']));
    return { deliveries: page.items.map(toDeliveryDto), next_cursor: page.nextCursor };
  }
}
