import { Body, Controller, Delete, Param, Put, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../../access/caller.js';
import { Requires } from '../../../access/requires.js';
import { ErrorBody } from '../../../common/http/error-body.js';
import { StoreDto, toStoreDto } from '../../dto/store.dto.js';
import { SetCategoryRequest } from './override.dto.js';
import { readCategory } from './override-request.js';
import { OverridesService } from './overrides.service.js';

const STORE_ID = { name: 'store_id', example: 'RP00001' };
const NO_SUCH_STORE = { type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' };

const IMPORT_RUNNING = {
  type: ErrorBody,
  description: 'An import is merging just now (`IMPORT_RUNNING`); try again when it has ended.',
};

@ApiTags('categories')
@Requires('admin')
@Controller('api/stores/:store_id/category')
export class OverridesController {
  constructor(private readonly overrides: OverridesService) {}

  /**
   * Sets the category of a store by hand. It outlives imports, new names and other rules, until it is taken back; and other
   * stores are judged by it, too, as soon as three corrections agree about a word.
   */
  @Put()
  @ApiParam(STORE_ID)
  @ApiBody({ type: SetCategoryRequest })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'There is no such category.' })
  @ApiNotFoundResponse(NO_SUCH_STORE)
  @ApiConflictResponse(IMPORT_RUNNING)
  async set(
    @Param('store_id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<StoreDto> {
    return toStoreDto(await this.overrides.set(id, readCategory(body), callerOf(request)));
  }

  /**
   * Takes back what was set by hand. The category is that of the rules again, also where another one was set by hand before;
   * the audit log has them all. Where nothing was set, nothing happens.
   */
  @Delete()
  @ApiParam(STORE_ID)
  @ApiNotFoundResponse(NO_SUCH_STORE)
  @ApiConflictResponse(IMPORT_RUNNING)
  async takeBack(@Param('store_id') id: string, @Req() request: Request): Promise<StoreDto> {
    return toStoreDto(await this.overrides.takeBack(id, callerOf(request)));
  }
}
