import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import {
  GroupComparisonDto,
  GroupSummaryDto,
  toComparisonDto,
  toGroupSummaryDto,
} from '../dto/group-figures.dto.js';
import { comparedGroupsFrom } from './compared-groups.js';
import { figuresRangeFrom } from './figures-range.js';
import { GroupFiguresService } from './group-figures.service.js';

/** As for areas: every visit in it is looked at. */
const RULE = { defaultDays: 30, maxDays: 92 };

@ApiTags('groups')
@Requires('read')
@Controller('api/groups')
export class GroupFiguresController {
  constructor(private readonly figures: GroupFiguresService) {}

  /** Two to six groups side by side, and how many stores each two of them have in common. */
  @Get('compare')
  @ApiOperation({ operationId: 'groupsCompare' })
  @ApiQuery({ name: 'ids', example: '4,5', description: '2 to 6 ids of groups.' })
  @DocumentFigures()
  async compare(@Query() query: QueryValues): Promise<GroupComparisonDto> {
    const [ids, range] = [comparedGroupsFrom(query), figuresRangeFrom(query, RULE)];
    return toComparisonDto(await this.figures.compare(ids, range), range);
  }

  /**
   * What happened at the stores of a group. Counts the visits, in all jobs that were submitted in this time, to the stores that
   * are in the group now, wherever they were then. An answer that took long may be some seconds old.
   */
  @Get(':id/summary')
  @ApiOperation({ operationId: 'groupsSummary' })
  @ApiParam({ name: 'id', example: '4' })
  @DocumentFigures()
  async sumUp(@Param('id') id: string, @Query() query: QueryValues): Promise<GroupSummaryDto> {
    const range = figuresRangeFrom(query, RULE);
    return toGroupSummaryDto(await this.figures.sumUp(id, range), range);
  }
}

function DocumentFigures(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'from',
      required: false,
      example: '2026-03-01',
      description: 'Day (UTC) or time, to the minute; by default 30 days before `to`.',
    }),
    ApiQuery({
      name: 'to',
      required: false,
      example: '2026-03-31',
      description: 'Day (UTC) or time, inclusive; by default now.',
    }),
    ApiBadRequestResponse({
      type: ErrorBody,
      description: 'A value does not fit, or the time is longer than 92 days.',
    }),
    ApiNotFoundResponse({
      type: ErrorBody,
      description: 'There is no such group, or it is deleted.',
      example: { error: 'There is no group "4".', code: 'GROUP_NOT_FOUND' },
    }),
    ApiTooManyRequestsResponse({
      type: ErrorBody,
      description:
        'Too many requests, or too many different questions at once (`TOO_MANY_FIGURES`); see `Retry-After`.',
    }),
    ApiUnprocessableEntityResponse({
      type: ErrorBody,
      description: 'It takes longer than 10 seconds; that is kept in mind for a minute.',
      example: {
        error:
          'There are too many images in this time to sum them up; ask for a shorter time by "from" and "to".',
        code: 'FIGURES_TOO_LARGE',
      },
    }),
  );
}
