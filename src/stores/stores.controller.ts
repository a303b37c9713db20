import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../common/http/query.js';
import { CATEGORIES, CATEGORY_SOURCES } from './categories/category.js';
import { StoreDetailDto, StorePageDto, toStoreChangeDto, toStoreDto } from './dto/store.dto.js';
import { storeFilterFrom } from './dto/store-filter.js';
import { StoreConditionsService } from './store-conditions.service.js';
import { StoresService } from './stores.service.js';

@ApiTags('stores')
@Requires('read')
@Controller('api/stores')
export class StoresController {
  constructor(
    private readonly stores: StoresService,
    private readonly groups: StoreConditionsService,
  ) {}

  /** Stores by id, inactive ones too. */
  @Get()
  @ApiQuery({
    name: 'q',
    required: false,
    example: 'ganesh',
    description:
      'Part of the name or the id, in any case. With fewer than three letters or digits in a row, stores beyond the ' +
      '10,000 that follow the cursor are found only by the beginning of the id, of the name, or of what follows a blank in it.',
  })
  @ApiQuery({ name: 'area_code', required: false, example: '7100015', description: 'Only this area.' })
  @ApiQuery({
    name: 'active',
    required: false,
    enum: ['true', 'false'],
    description: 'Only active or inactive ones.',
  })
  @ApiQuery({
    name: 'tag',
    required: false,
    example: 'high-value',
    description: 'Only stores with this tag.',
  })
  @ApiQuery({ name: 'group', required: false, example: '4', description: 'Only stores of this group.' })
  @ApiQuery({
    name: 'category',
    required: false,
    enum: CATEGORIES,
    description: 'Only this kind of shop.',
  })
  @ApiQuery({
    name: 'category_source',
    required: false,
    enum: CATEGORY_SOURCES,
    description:
      'Only those whose category comes from there; `unknown` and `none` are those nobody knows yet.',
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    example: 50,
    description: 'Stores per page, 1 to 500; 50 by default.',
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or there is no such group (`GROUP_NOT_FOUND`).',
  })
  async list(@Query() query: QueryValues): Promise<StorePageDto> {
    const [afterId] = parseCursor(query['cursor'], ['text']) ?? [''];
    const groupId = textFrom(query, 'group');
    const group = groupId === undefined ? undefined : await this.groups.conditionOf(groupId);
    const filter = { ...storeFilterFrom(query), group };
    const page = await this.stores.list(filter, afterId, parseLimit(query['limit']));
    return { stores: page.items.map(toStoreDto), next_cursor: page.nextCursor };
  }

  /** One store, with its latest changes. */
  @Get(':store_id')
  @ApiParam({ name: 'store_id', example: 'RP00001' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  async find(@Param('store_id') id: string): Promise<StoreDetailDto> {
    const { store, changes } = await this.stores.find(id);
    return { ...toStoreDto(store), changes: changes.map(toStoreChangeDto) };
  }
}
