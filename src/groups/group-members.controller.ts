import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiExtraModels,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../access/caller.js';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import type { Query as QueryValues } from '../common/http/query.js';
import { StoreListsService } from '../stores/lists/store-lists.service.js';
import { StoresService } from '../stores/stores.service.js';
import { MEMBER_MODES } from './group.js';
import { GroupDraftRequest } from './group.dto.js';
import { GroupChangesService } from './group-changes.service.js';
import { CURSOR, GROUP_ID, MISFIT, NO_SUCH_GROUP, TOO_SLOW } from './group-docs.js';
import {
  GroupMembersDto,
  GroupMembersRequest,
  GroupPreviewDto,
  GroupStorePageDto,
  MembersRefusedDto,
  toGroupStoreDto,
  toMembersDto,
  toPreviewDto,
  toRefusedDto,
} from './group-members.dto.js';
import { allowsRejects, memberModeFrom, readGroupBody, searchFrom, toDefinition } from './group-request.js';
import { GroupsService } from './groups.service.js';

/** Stores of a draft that are shown. */
const SHOWN = 20;

const CSV = { type: 'string' as const, example: 'store_id\r\nRP00001\r\nRP00002\r\n' };

@ApiTags('groups')
@Controller('api/groups')
export class GroupMembersController {
  constructor(
    private readonly groups: GroupsService,
    private readonly changes: GroupChangesService,
    private readonly lists: StoreListsService,
    private readonly stores: StoresService,
  ) {}

  /** Tells how many stores a group would have, and the first of them. Nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @Requires('read')
  @ApiOperation({ operationId: 'groupsPreview' })
  @ApiBody({ type: GroupDraftRequest })
  @ApiOkResponse({ type: GroupPreviewDto })
  @ApiBadRequestResponse(MISFIT)
  @ApiUnprocessableEntityResponse(TOO_SLOW)
  async preview(@Body() body: unknown): Promise<GroupPreviewDto> {
    const read = readGroupBody(body);
    const ids =
      read.storeIds === undefined ? undefined : await this.lists.readKnown(read.storeIds, 'store_ids');
    return toPreviewDto(await this.groups.preview(toDefinition(read, ids), SHOWN));
  }

  /** The stores of a group as it is now, by id; inactive ones too. */
  @Get(':id/stores')
  @Requires('read')
  @ApiOperation({ operationId: 'groupsListStores' })
  @ApiParam(GROUP_ID)
  @ApiQuery({ name: 'q', required: false, example: 'ganesh', description: 'Part of the name or the id.' })
  @ApiQuery(CURSOR)
  @ApiQuery({ name: 'limit', required: false, description: 'Stores per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse(NO_SUCH_GROUP)
  async listStores(@Param('id') id: string, @Query() query: QueryValues): Promise<GroupStorePageDto> {
    await this.groups.findLive(id);
    const [after] = parseCursor(query['cursor'], ['text']) ?? [''];
    const filter = { text: searchFrom(query), group: await this.groups.conditionOf(id) };
    const page = await this.stores.list(filter, after, parseLimit(query['limit']));
    return { stores: page.items.map(toGroupStoreDto), next_cursor: page.nextCursor };
  }

  /** Puts stores on the list of a group, takes them off, or says the list anew; as JSON, or as CSV with a column `store_id`. */
  @Post(':id/members')
  @HttpCode(200)
  @Requires('admin')
  @ApiOperation({ operationId: 'groupsSetMembers' })
  @ApiParam(GROUP_ID)
  @ApiQuery({ name: 'mode', required: false, enum: MEMBER_MODES, description: '`add` by default.' })
  @ApiQuery({
    name: 'allow_rejects',
    required: false,
    enum: ['true', 'false'],
    description: 'Take the good rows although others name no store.',
  })
  @ApiConsumes('application/json', 'text/csv')
  @ApiBody({ schema: { oneOf: [{ $ref: getSchemaPath(GroupMembersRequest) }, CSV] } })
  @ApiExtraModels(GroupMembersRequest)
  @ApiOkResponse({ type: GroupMembersDto })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse(NO_SUCH_GROUP)
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'The group has a rule.',
    example: {
      error: 'The stores of the group "Hotels" follow from its rule; only a list takes stores.',
      code: 'GROUP_HAS_RULE',
    },
  })
  @ApiUnprocessableEntityResponse({
    type: MembersRefusedDto,
    description: 'Rows name no store (`STORE_LIST_REJECTED`), or the list would be too long.',
  })
  async setMembers(
    @Param('id') id: string,
    @Query() query: QueryValues,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GroupMembersDto | MembersRefusedDto> {
    const [mode, lax] = [memberModeFrom(query), allowsRejects(query)];
    const isJson = request.is('application/json') !== false;
    const list = isJson
      ? await this.lists.readJson((body as { store_ids?: unknown } | null)?.store_ids, 'store_ids', lax)
      : await this.lists.readCsv(request, lax);
    if (list.refused !== undefined) {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY);
      return toRefusedDto(list.refused, list);
    }
    return toMembersDto(await this.changes.setMembers(id, mode, list.ids, callerOf(request)), list);
  }
}
