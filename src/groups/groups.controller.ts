import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiQuery,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../access/caller.js';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import type { Query as QueryValues } from '../common/http/query.js';
import { StoreListsService } from '../stores/lists/store-lists.service.js';
import {
  ChangeGroupRequest,
  CreateGroupRequest,
  GroupDetailDto,
  GroupPageDto,
  toGroupDetailDto,
  toGroupDto,
} from './group.dto.js';
import {
  CURSOR,
  GROUP_ID,
  IMPOSSIBLE,
  MISFIT,
  NO_SUCH_GROUP,
  TAKEN,
  TOO_LARGE,
  TOO_SLOW,
} from './group-docs.js';
import {
  isDeletedWanted,
  readGroupBody,
  searchFrom,
  toChanges,
  toFields,
  type GroupBody,
} from './group-request.js';
import { GroupChangesService } from './group-changes.service.js';
import { GroupsService } from './groups.service.js';

@ApiTags('groups')
@Requires('admin')
@Controller('api/groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly changes: GroupChangesService,
    private readonly lists: StoreListsService,
  ) {}

  /** Groups by name. How many stores each has is told where one is asked for, as it is counted then. */
  @Get()
  @Requires('read')
  @ApiQuery({
    name: 'q',
    required: false,
    example: 'hotel',
    description: 'Part of the name or the description.',
  })
  @ApiQuery({
    name: 'deleted',
    required: false,
    enum: ['true', 'false'],
    description: 'Those that were deleted.',
  })
  @ApiQuery(CURSOR)
  @ApiQuery({ name: 'limit', required: false, description: 'Groups per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<GroupPageDto> {
    const filter = { text: searchFrom(query), deleted: isDeletedWanted(query) };
    const last = parseCursor(query['cursor'], ['text', 'digits']);
    const page = await this.groups.list(filter, last, parseLimit(query['limit']));
    return { groups: page.items.map(toGroupDto), next_cursor: page.nextCursor };
  }

  /** Makes a group: by a rule, which is evaluated whenever somebody asks, or by a list. */
  @Post()
  @ApiBody({ type: CreateGroupRequest })
  @ApiCreatedResponse({ type: GroupDetailDto })
  @ApiBadRequestResponse(MISFIT)
  @ApiConflictResponse(TAKEN)
  @ApiUnprocessableEntityResponse(TOO_LARGE)
  async create(@Body() body: unknown, @Req() request: Request): Promise<GroupDetailDto> {
    const read = readGroupBody(body);
    const fields = toFields(read, await this.readIds(read));
    return this.find(await this.changes.create(fields, callerOf(request)));
  }

  /** One group, with how many stores it has now. A deleted one is told of, too. */
  @Get(':id')
  @Requires('read')
  @ApiParam(GROUP_ID)
  @ApiNotFoundResponse({ ...NO_SUCH_GROUP, description: 'There is no such group.' })
  @ApiUnprocessableEntityResponse(TOO_SLOW)
  async find(@Param('id') id: string): Promise<GroupDetailDto> {
    const group = await this.groups.find(id);
    const [size, users] = await Promise.all([this.groups.sizeOf(group), this.groups.findUsers(id)]);
    return toGroupDetailDto(group, size, users);
  }

  /** Changes a group; what is not mentioned stays as it is. The version before can be restored. */
  @Patch(':id')
  @ApiParam(GROUP_ID)
  @ApiBody({ type: ChangeGroupRequest })
  @ApiBadRequestResponse(MISFIT)
  @ApiNotFoundResponse(NO_SUCH_GROUP)
  @ApiConflictResponse(IMPOSSIBLE)
  @ApiUnprocessableEntityResponse(TOO_LARGE)
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<GroupDetailDto> {
    const read = readGroupBody(body);
    const changes = toChanges(read, await this.readIds(read));
    await this.changes.change(id, changes, callerOf(request));
    return this.find(id);
  }

  /** Says anew what a group is; what is not mentioned is empty. The version before can be restored. */
  @Put(':id')
  @ApiParam(GROUP_ID)
  @ApiBody({ type: CreateGroupRequest })
  @ApiBadRequestResponse(MISFIT)
  @ApiNotFoundResponse(NO_SUCH_GROUP)
  @ApiConflictResponse(IMPOSSIBLE)
  @ApiUnprocessableEntityResponse(TOO_LARGE)
  async replace(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<GroupDetailDto> {
    const read = readGroupBody(body);
    const fields = toFields(read, await this.readIds(read));
    await this.changes.change(id, { ...fields, seenVersion: read.seenVersion }, callerOf(request));
    return this.find(id);
  }

  /** Deletes a group. `POST /api/groups/{id}/restore` brings it back. */
  @Delete(':id')
  @HttpCode(204)
  @ApiParam(GROUP_ID)
  @ApiNoContentResponse({ description: 'Nothing lists it or filters by it any more.' })
  @ApiNotFoundResponse(NO_SUCH_GROUP)
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'Other groups use it.',
    example: { error: 'The group "Hotels" is used by "North"; change these first.', code: 'GROUP_IN_USE' },
  })
  async delete(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.changes.delete(id, callerOf(request));
  }

  private async readIds({ storeIds }: GroupBody): Promise<readonly string[] | undefined> {
    return storeIds === undefined ? undefined : this.lists.readKnown(storeIds, 'store_ids');
  }
}
