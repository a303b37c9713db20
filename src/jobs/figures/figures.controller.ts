import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { StatsDto, toStatsDto, toWorkerDto, WorkersDto } from '../dto/figures.dto.js';
import { FiguresService } from './figures.service.js';
import { periodFrom, STEPS } from './period.js';

@ApiTags('figures')
@Requires('read')
@Controller('api')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  /** How many images were settled when, by error code. Minutes are kept for 90 days. */
  @Get('stats')
  @ApiOperation({ operationId: 'stats' })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'Day (UTC) or time; by default an hour before `to`.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-02',
    description: 'Day (UTC) or time, inclusive; by default now.',
  })
  @ApiQuery({
    name: 'step',
    required: false,
    enum: STEPS,
    description: 'By default as fits the length; minutes for at most 7 days at once.',
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit.',
    example: {
      error: 'Minutes can be told for at most 7 days at once; ask for "step=hour" or "step=day".',
      code: 'INVALID_INPUT',
    },
  })
  async stats(@Query() query: QueryValues): Promise<StatsDto> {
    const period = periodFrom(query);
    const { counts, backlog } = await this.figures.stats(period);
    return toStatsDto(period, counts, backlog);
  }

  /** The processes that measure images, and what each has in its hands. */
  @Get('workers')
  @ApiOperation({ operationId: 'workers' })
  async workers(): Promise<WorkersDto> {
    const workers = await this.figures.workers();
    return { workers: workers.map(toWorkerDto) };
  }
}
