import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiParam,
  ApiQuery,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import { CATEGORIES } from '../categories/category.js';
import { StoreConditionsService } from '../store-conditions.service.js';
import { hitLimitFrom, searchFilterFrom, searchTextFrom } from './search-query.js';
import { StoreHitsDto, toHitsDto } from './search.dto.js';
import { SearchService } from './search.service.js';
import type { SearchFilter } from './search.sql.js';

const AREA = { name: 'area_code', required: false, example: '7100015', description: 'Only this area.' };
const CATEGORY = {
  name: 'category',
  required: false,
  enum: CATEGORIES,
  description: 'Only this kind of shop.',
};
const GROUP = { name: 'group', required: false, example: '4', description: 'Only stores of this group.' };
const LIMIT = { name: 'limit', required: false, example: 10, description: 'Stores, 1 to 50; 10 by default.' };

@ApiTags('stores')
@Requires('read')
@ApiBadRequestResponse({
  type: ErrorBody,
  description: 'A value does not fit, or there is no such group (`GROUP_NOT_FOUND`).',
})
@ApiServiceUnavailableResponse({ type: ErrorBody, description: 'It took too long (`SEARCH_TOO_SLOW`).' })
@Controller('api/stores')
export class SearchController {
  constructor(
    private readonly searching: SearchService,
    private readonly groups: StoreConditionsService,
  ) {}

  /**
   * Stores by name, best first, in any spelling.
   *
   * @remarks
   * Made to be asked while somebody types: without a blank at its end, the last word may be unfinished. Knows spellings (LAXMI,
   * LAKSHMI), abbreviations, initials, words in another order, written together or apart, and typing errors.
   */
  @Get('search')
  @ApiQuery({
    name: 'q',
    example: 'lakshmi bhandar',
    description: 'A name or a part of it, or the id of a store; at most 200 characters.',
  })
  @ApiQuery(AREA)
  @ApiQuery(CATEGORY)
  @ApiQuery(GROUP)
  @ApiQuery(LIMIT)
  async search(@Query() query: QueryValues): Promise<StoreHitsDto> {
    const [text, limit] = [searchTextFrom(query), hitLimitFrom(query)];
    return toHitsDto(await this.searching.search(text, await this.filterFrom(query), limit));
  }

  /** Other stores whose names are much like that of a store, best first. */
  @Get(':store_id/similar')
  @ApiParam({ name: 'store_id', example: 'RP00004' })
  @ApiQuery(AREA)
  @ApiQuery(CATEGORY)
  @ApiQuery(GROUP)
  @ApiQuery(LIMIT)
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  async similar(@Param('store_id') id: string, @Query() query: QueryValues): Promise<StoreHitsDto> {
    const limit = hitLimitFrom(query);
    return toHitsDto(await this.searching.findSimilar(id, await this.filterFrom(query), limit));
  }

  private async filterFrom(query: QueryValues): Promise<SearchFilter> {
    const groupId = textFrom(query, 'group');
    const group = groupId === undefined ? undefined : await this.groups.conditionOf(groupId);
    return { ...searchFilterFrom(query), group };
  }
}
