import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import { GroupsService } from '../../groups/groups.service.js';
import { AreaFiguresPageDto, toAreaFiguresDto } from '../dto/area-figures.dto.js';
import { AreaFiguresService } from './area-figures.service.js';
import { figuresRangeFrom } from './figures-range.js';

/** A quarter of a year: every visit in it is looked at. */
const RULE = { defaultDays: 1, maxDays: 92 };

@ApiTags('figures')
@Requires('read')
@Controller('api/areas')
export class AreaFiguresController {
  constructor(
    private readonly figures: AreaFiguresService,
    private readonly groups: GroupsService,
  ) {}

  /**
   * What happened in each area in a time. Counts the visits of all jobs that were submitted in it, for the area in which
   * the store was at the visit; areas with stores and without visits are there too. The areas with the most failed images
   * come first, then by code; 500 at the most, and `more` says whether there are others. Whoever asks the same shares an
   * answer, which may be up to half a minute old.
   */
  @Get('figures')
  @ApiOperation({ operationId: 'areasFigures' })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'Day (UTC) or time, to the minute; by default a day before `to`.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-02',
    description: 'Day (UTC) or time, inclusive; by default now.',
  })
  @ApiQuery({
    name: 'group',
    required: false,
    example: '4',
    description: 'Only stores of this group, and areas where there are some.',
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or the time is longer than 92 days.',
    example: {
      error: 'These figures are told for at most 92 days at once; ask for a shorter time by "from" and "to".',
      code: 'INVALID_INPUT',
    },
  })
  @ApiTooManyRequestsResponse({
    type: ErrorBody,
    description:
      'Too many requests, or too many different times at once (`TOO_MANY_FIGURES`); see `Retry-After`.',
    example: {
      error: 'Figures of 8 other times are being waited for already; try again in a few seconds.',
      code: 'TOO_MANY_FIGURES',
    },
  })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'It takes longer than 10 seconds; that is kept in mind for a minute.',
    example: {
      error:
        'There are too many images in this time to sum them up; ask for a shorter time by "from" and "to".',
      code: 'FIGURES_TOO_LARGE',
    },
  })
  async list(@Query() query: QueryValues): Promise<AreaFiguresPageDto> {
    const range = figuresRangeFrom(query, RULE);
    const group = await this.groups.conditionIfNamed(textFrom(query, 'group'));
    const { areas, more } = await this.figures.findWorst(range, group);
    return {
      from: range.from.toISOString(),
      before: range.before.toISOString(),
      areas: areas.map(toAreaFiguresDto),
      more,
    };
  }
}
