import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { textFrom, type Query as QueryValues } from '../../common/http/query.js';
import {
  StoreTagsRequest,
  TagChangeDto,
  TagChangeRequest,
  TagListDto,
  toTagChangeDto,
  toTagListDto,
} from './tag.dto.js';
import { readStoreTags, readTagChange } from './tag-request.js';
import { TaggedStores } from './tagged-stores.js';
import { TagsService } from './tags.service.js';

const MISFIT = {
  type: ErrorBody,
  description: 'A value does not fit, or there is no such group (`GROUP_NOT_FOUND`).',
};
const TOO_MUCH = {
  type: ErrorBody,
  description:
    'A store would have more than 20 tags (`TOO_MANY_TAGS`), or more than 20,000 stores would change (`TAG_CHANGE_TOO_LARGE`).',
  example: {
    error: 'The store "RP00001" would have more than 20 tags; nothing was changed.',
    code: 'TOO_MANY_TAGS',
  },
};

const IMPORT_RUNNING = {
  type: ErrorBody,
  description: 'An import is merging just now (`IMPORT_RUNNING`); try again when it has ended.',
};

@ApiTags('stores')
@Requires('admin')
@Controller('api')
export class TagsController {
  constructor(
    private readonly tags: TagsService,
    private readonly tagged: TaggedStores,
  ) {}

  /** Tags in use, the most frequent first. */
  @Get('tags')
  @Requires('read')
  @ApiQuery({ name: 'q', required: false, example: 'high', description: 'The beginning of the tag.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<TagListDto> {
    return toTagListDto(await this.tags.list(textFrom(query, 'q')?.toLowerCase()));
  }

  /** Gives tags to many stores, and takes others away: of a list, a group, or an area. */
  @Post('tags/changes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'tagsChange' })
  @ApiBody({ type: TagChangeRequest })
  @ApiOkResponse({ type: TagChangeDto })
  @ApiBadRequestResponse(MISFIT)
  @ApiConflictResponse(IMPORT_RUNNING)
  @ApiUnprocessableEntityResponse(TOO_MUCH)
  async change(@Body() body: unknown, @Req() request: Request): Promise<TagChangeDto> {
    const { which, wish, dryRun } = readTagChange(body);
    const stores = await this.tagged.conditionOf(which);
    if (dryRun) return { change_id: null, stores: await this.tags.preview(stores), dry_run: true };
    return toTagChangeDto(await this.tags.change(stores, wish, callerOf(request)));
  }

  /** Takes a change back: of each store what it did there. What others did since stays. */
  @Post('tags/changes/:change_id/undo')
  @HttpCode(200)
  @ApiOperation({ operationId: 'tagsUndo' })
  @ApiParam({ name: 'change_id', example: '12' })
  @ApiOkResponse({ type: TagChangeDto, description: 'A change of its own, which can be undone, too.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such change (`TAG_CHANGE_NOT_FOUND`).' })
  @ApiConflictResponse(IMPORT_RUNNING)
  @ApiUnprocessableEntityResponse(TOO_MUCH)
  async undo(@Param('change_id') id: string, @Req() request: Request): Promise<TagChangeDto> {
    return toTagChangeDto(await this.tags.undo(id, callerOf(request)));
  }

  /** Gives a store these tags, and takes all others away. */
  @Put('stores/:store_id/tags')
  @ApiOperation({ operationId: 'storesSetTags' })
  @ApiParam({ name: 'store_id', example: 'RP00001' })
  @ApiBody({ type: StoreTagsRequest })
  @ApiOkResponse({ type: TagChangeDto })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such store (`STORE_NOT_FOUND`).' })
  @ApiConflictResponse(IMPORT_RUNNING)
  async replace(
    @Param('store_id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<TagChangeDto> {
    return toTagChangeDto(await this.tags.replace(id, readStoreTags(body), callerOf(request)));
  }
}
