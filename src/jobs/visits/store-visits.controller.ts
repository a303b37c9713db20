import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';
import { StoreVisitPageDto, toCountedVisitDto } from '../dto/store-visits.dto.js';
import { VisitHistoryService } from './visit-history.service.js';

@ApiTags('visits')
@Requires('read')
@Controller('api/stores')
export class StoreVisitsController {
  constructor(private readonly history: VisitHistoryService) {}

  /** All visits of one store, newest first, with what became of their images. */
  @Get(':store_id/visits')
  @ApiOperation({ operationId: 'storesListVisits' })
  @ApiParam({ name: 'store_id', example: 'RP00001' })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'First day (UTC) or RFC 3339 time of a visit; inclusive.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-31',
    description: 'Last day or time; inclusive.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Visits per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'It takes longer than 10 seconds.',
    example: {
      error: 'There are too many images in these visits to sum them up; ask for fewer visits by "limit".',
      code: 'FIGURES_TOO_LARGE',
    },
  })
  async list(@Param('store_id') id: string, @Query() query: QueryValues): Promise<StoreVisitPageDto> {
    const visited = timeRangeFrom(query, 'from', 'to');
    const last = parseCursor(query['cursor'], ['instant', 'digits', 'digits']);
    const page = await this.history.listOfStore(id, visited, last, parseLimit(query['limit']));
    return { visits: page.items.map(toCountedVisitDto), next_cursor: page.nextCursor };
  }
}
