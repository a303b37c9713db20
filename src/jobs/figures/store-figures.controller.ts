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
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { StoreFiguresDto, toStoreFiguresDto } from '../dto/store-figures.dto.js';
import { figuresRangeFrom } from './figures-range.js';
import { StoreFiguresService } from './store-figures.service.js';

/** A season, and a year with a leap day. */
const RULE = { defaultDays: 90, maxDays: 366 };

@ApiTags('figures')
@Requires('read')
@Controller('api/stores')
export class StoreFiguresController {
  constructor(private readonly figures: StoreFiguresService) {}

  /** What happened at one store in a time. Counts its visits by when they took place, whatever jobs they came with. */
  @Get(':store_id/figures')
  @ApiOperation({ operationId: 'storesFigures' })
  @ApiParam({ name: 'store_id', example: 'RP00001' })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'Day (UTC) or time of a visit, to the minute; by default 90 days before `to`.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-31',
    description: 'Day (UTC) or time, inclusive; by default now.',
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or the time is longer than 366 days.',
    example: {
      error:
        'These figures are told for at most 366 days at once; ask for a shorter time by "from" and "to".',
      code: 'INVALID_INPUT',
    },
  })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'It takes longer than 10 seconds.',
    example: {
      error:
        'There are too many images in this time to sum them up; ask for a shorter time by "from" and "to".',
      code: 'FIGURES_TOO_LARGE',
    },
  })
  async find(@Param('store_id') id: string, @Query() query: QueryValues): Promise<StoreFiguresDto> {
    const range = figuresRangeFrom(query, RULE);
    return toStoreFiguresDto(id, range, await this.figures.sumUp(id, range));
  }
}
