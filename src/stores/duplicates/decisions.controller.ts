import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiNotFoundResponse,
  ApiNoContentResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { readDecision } from './decision-request.js';
import { DecisionsService } from './decisions.service.js';
import { DecideDuplicatesRequest, DuplicateDecisionDto, toDecisionDto } from './duplicates.dto.js';

@ApiTags('stores')
@Requires('admin')
@Controller('api/stores/duplicates/decisions')
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  /** Keeps that stores are one shop, or different ones. */
  @Post()
  @ApiBody({ type: DecideDuplicatesRequest })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  async decide(@Body() body: unknown, @Req() request: Request): Promise<DuplicateDecisionDto> {
    const { verdict, storeIds } = readDecision(body);
    return toDecisionDto(await this.decisions.decide(verdict, storeIds, callerOf(request)));
  }

  /** Takes a decision back; what was decided before it counts again. It stays in the records. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', example: '7' })
  @ApiNoContentResponse({ description: 'It does not count any more.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such decision (`DECISION_NOT_FOUND`).' })
  async undo(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.decisions.undo(id, callerOf(request));
  }
}
