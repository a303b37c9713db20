import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, wordFrom, type Query as QueryValues } from '../../common/http/query.js';
import { StoreConditionsService } from '../store-conditions.service.js';
import { DuplicatePageDto, toPageDto } from './duplicates.dto.js';
import { CLUSTER_STATES, DuplicatesService, type Place } from './duplicates.service.js';

@ApiTags('stores')
@Requires('read')
@Controller('api/stores/duplicates')
export class DuplicatesController {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly groups: StoreConditionsService,
  ) {}

  /**
   * Stores of one area that are likely the same shop, area by area, the surest first.
   *
   * @remarks
   * Found in the background after every import. What was decided to be different never comes back, nor through a third
   * store, wherever the stores move to. Decided ones are listed by decision, the newest first.
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
  @ApiQuery({
    name: 'group',
    required: false,
    example: '4',
    description: 'Only those with a store of this group.',
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or there is no such group (`GROUP_NOT_FOUND`).',
  })
  async list(@Query() query: QueryValues): Promise<DuplicatePageDto> {
    const state = wordFrom(query, 'state', CLUSTER_STATES) ?? 'open';
    const areaCode = textFrom(query, 'area_code');
    const groupId = textFrom(query, 'group');
    const group = groupId === undefined ? undefined : await this.groups.conditionOf(groupId);
    const limit = parseLimit(query['limit']);
    const page =
      state === 'open'
        ? await this.duplicates.listOpen({ areaCode, group }, placeFrom(query['cursor']), limit)
        : await this.duplicates.listDecided(
            state,
            { areaCode, group },
            parseCursor(query['cursor'], ['digits'])?.[0],
            limit,
          );
    return toPageDto(page, await this.duplicates.progress(areaCode));
  }
}

function placeFrom(cursor: unknown): Place | undefined {
  const [areaCode, thousandths, firstStore] = parseCursor(cursor, ['text', 'digits', 'text']) ?? [];
  if (areaCode === undefined || firstStore === undefined) return undefined;
  return { areaCode, thousandths: Number(thousandths), firstStore };
}
