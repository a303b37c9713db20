import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiConflictResponse,
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
import { DeliveriesService } from './deliveries.service.js';
import {
  DeliveryDetailDto,
  DeliveryDto,
  deliveryFilterFrom,
  DeliveryPageDto,
  toDeliveryDetailDto,
  toDeliveryDto,
} from './delivery.dto.js';
import { DELIVERY_STATES } from './logged-delivery.js';

const DELIVERY_ID = { name: 'id', example: '77' };
const NO_SUCH_DELIVERY = {
  type: ErrorBody,
  description: 'There is no such delivery (`DELIVERY_NOT_FOUND`).',
};

@ApiTags('webhooks')
@Requires('admin')
@Controller('api/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  /** What was sent to webhooks and callback URLs in the last 30 days, newest first. */
  @Get()
  @ApiQuery({ name: 'job_id', required: false, example: '128', description: 'Deliveries about this job.' })
  @ApiQuery({
    name: 'state',
    required: false,
    enum: DELIVERY_STATES,
    description: 'Deliveries in this state.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Deliveries per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<DeliveryPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const filter = deliveryFilterFrom(query);
    const page = await this.deliveries.list(filter, beforeId, parseLimit(query['limit']));
    return { deliveries: page.items.map(toDeliveryDto), next_cursor: page.nextCursor };
  }

  /** One delivery: what is sent, and how each attempt went. */
  @Get(':id')
  @ApiParam(DELIVERY_ID)
  @ApiNotFoundResponse(NO_SUCH_DELIVERY)
  async find(@Param('id') id: string): Promise<DeliveryDetailDto> {
    return toDeliveryDetailDto(await this.deliveries.find(id));
  }

  /**
   * Sends it once more at once, with the same `webhook-id`, whatever came of it before. If that fails, it is tried
   * again by the usual schedule.
   */
  @Post(':id/resend')
  @HttpCode(202)
  @ApiParam(DELIVERY_ID)
  @ApiAcceptedResponse({ type: DeliveryDto, description: 'It is due now.' })
  @ApiNotFoundResponse(NO_SUCH_DELIVERY)
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'Its webhook is disabled (`WEBHOOK_DISABLED`) or was deleted (`WEBHOOK_DELETED`).',
  })
  async resend(@Param('id') id: string, @Req() request: Request): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.resend(id, callerOf(request)));
  }
}
