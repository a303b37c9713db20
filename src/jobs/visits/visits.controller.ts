import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';
import { GroupsService } from '../../groups/groups.service.js';
import { toVisitedStoreDto, VisitHistoryPageDto } from '../dto/visit-history.dto.js';
import { VisitHistoryService } from './visit-history.service.js';

@ApiTags('visits')
@Requires('read')
@Controller('api/visits')
export class VisitsController {
  constructor(
    private readonly history: VisitHistoryService,
    private readonly groups: GroupsService,
  ) {}

  /** Visits by store, with the perimeters of their images. */
  @Get()
  @ApiQuery({ name: 'storeid', required: false, example: 'RP00001', description: 'Only this store.' })
  @ApiQuery({
    name: 'area',
    required: false,
    example: '7100015',
    description: 'Only visits to stores that were in this area at the time of the visit.',
  })
  @ApiQuery({ name: 'group', required: false, example: '4', description: 'Only stores of this group.' })
  @ApiQuery({
    name: 'startdate',
    required: false,
    example: '2026-03-01',
    description: 'First day (UTC) or RFC 3339 time of a visit; inclusive.',
  })
  @ApiQuery({
    name: 'enddate',
    required: false,
    example: '2026-03-31',
    description: 'Last day or time; inclusive.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Stores per page.' })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or the store or the group is unknown.',
  })
  async list(@Query() query: QueryValues): Promise<VisitHistoryPageDto> {
    const storeId = textFrom(query, 'storeid');
    const areaCode = textFrom(query, 'area');
    const group = await this.groups.conditionIfNamed(textFrom(query, 'group'));
    const filter = { storeId, areaCode, group, visited: timeRangeFrom(query, 'startdate', 'enddate') };
    const [after] = parseCursor(query['cursor'], ['text']) ?? [''];
    const { items, nextCursor } = await this.history.list(filter, after, parseLimit(query['limit']));
    return { stores: items.map(toVisitedStoreDto), next_cursor: nextCursor };
  }
}
