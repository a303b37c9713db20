import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiNotFoundResponse,
  ApiNoContentResponse,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, wordFrom, type Query as QueryValues } from '../../common/http/query.js';
import { readDecision } from './decision-request.js';
import {
  DecideDuplicatesRequest,
  DuplicateDecisionDto,
  DuplicatePageDto,
  toClusterDto,
  toDecisionDto,
} from './duplicates.dto.js';
import { CLUSTER_STATES, DuplicatesService } from './duplicates.service.js';

@ApiTags('stores')
@Requires('read')
@ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
@Controller('api/stores/duplicates')
export class DuplicatesController {
  constructor(private readonly duplicates: DuplicatesService) {}

  /**
   * Stores of one area that are likely the same shop, area by area, the surest first.
   *
   * @remarks
   * Found in the background after every import. What was decided to be different never comes back, nor through a third store.
   */
  @Get()
  @ApiQuery({ name: 'area_code', required: false, example: '7100015', description: 'Only this area.' })
  @ApiQuery({
    name: 'state',
    required: false,
    enum: CLUSTER_STATES,
    description: 'What nobody has decided yet (the default), or what was decided.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    example: 50,
    description: 'Clusters per page, 1 to 500; 50 by default. A page may have fewer although there are more.',
  })
  async list(@Query() query: QueryValues): Promise<DuplicatePageDto> {
    const [areaCode, offset] = parseCursor(query['cursor'], ['text', 'digits']) ?? [];
    const after = areaCode === undefined ? undefined : { areaCode, offset: Number(offset) };
    const state = wordFrom(query, 'state', CLUSTER_STATES) ?? 'open';
    const limit = parseLimit(query['limit']);
    const page = await this.duplicates.list(state, textFrom(query, 'area_code'), after, limit);
    const { areas, searchedAt } = await this.duplicates.progress();
    return {
      clusters: page.items.map(toClusterDto),
      next_cursor: page.nextCursor,
      areas_searched: areas,
      searched_at: searchedAt?.toISOString() ?? null,
    };
  }

  /** Keeps that stores are one shop, or different ones. */
  @Post('decisions')
  @Requires('admin')
  @ApiBody({ type: DecideDuplicatesRequest })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  async decide(@Body() body: unknown, @Req() request: Request): Promise<DuplicateDecisionDto> {
    const { verdict, storeIds } = readDecision(body);
    return toDecisionDto(await this.duplicates.decide(verdict, storeIds, callerOf(request)));
  }

  /** Takes a decision back; what was decided before it counts again. */
  @Delete('decisions/:id')
  @Requires('admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiParam({ name: 'id', example: '7' })
  @ApiNoContentResponse({ description: 'It does not count any more.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such decision (`DECISION_NOT_FOUND`).' })
  async undo(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.duplicates.undo(id, callerOf(request));
  }
}
