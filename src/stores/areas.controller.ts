import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import type { Query as QueryValues } from '../common/http/query.js';
import { AreaPageDto, toAreaDto } from './dto/store.dto.js';
import { StoresService } from './stores.service.js';

@ApiTags('stores')
@Requires('read')
@Controller('api/areas')
export class AreasController {
  constructor(private readonly stores: StoresService) {}

  /** Areas by code, with their numbers of stores. */
  @Get()
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    example: 50,
    description: 'Areas per page, 1 to 500; 50 by default.',
  })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<AreaPageDto> {
    const [afterCode] = parseCursor(query['cursor'], ['text']) ?? [''];
    const page = await this.stores.listAreas(afterCode, parseLimit(query['limit']));
    return { areas: page.items.map(toAreaDto), next_cursor: page.nextCursor };
  }
}
