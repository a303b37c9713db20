import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
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
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../access/caller.js';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import type { Query as QueryValues } from '../common/http/query.js';
import {
  GroupDto,
  GroupVersionPageDto,
  RestoreGroupRequest,
  toGroupDto,
  toGroupVersionDto,
} from './group.dto.js';
import { GroupChangesService } from './group-changes.service.js';
import { CURSOR, GROUP_ID, IMPOSSIBLE, NO_SUCH_GROUP } from './group-docs.js';
import { readRestore } from './group-request.js';
import { GroupsService } from './groups.service.js';

@ApiTags('groups')
@Controller('api/groups/:id')
export class GroupVersionsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly changes: GroupChangesService,
  ) {}

  /** A group as it was, newest first: who changed it, and when. */
  @Get('versions')
  @Requires('read')
  @ApiOperation({ operationId: 'groupsListVersions' })
  @ApiParam(GROUP_ID)
  @ApiQuery(CURSOR)
  @ApiQuery({ name: 'limit', required: false, description: 'Versions per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse({ ...NO_SUCH_GROUP, description: 'There is no such group.' })
  async list(@Param('id') id: string, @Query() query: QueryValues): Promise<GroupVersionPageDto> {
    const [before] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.groups.listVersions(id, before, parseLimit(query['limit']));
    return { versions: page.items.map(toGroupVersionDto), next_cursor: page.nextCursor };
  }

  /** Brings a deleted group back, or makes a group what it was in an earlier version; that is a new version, too. */
  @Post('restore')
  @HttpCode(200)
  @Requires('admin')
  @ApiOperation({ operationId: 'groupsRestore' })
  @ApiParam(GROUP_ID)
  @ApiBody({ type: RestoreGroupRequest })
  @ApiOkResponse({ type: GroupDto })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'It names a group that is not there any more (`GROUP_NOT_FOUND`).',
  })
  @ApiNotFoundResponse({
    type: ErrorBody,
    description:
      'There is no such group (`GROUP_NOT_FOUND`), or no such version (`GROUP_VERSION_NOT_FOUND`).',
  })
  @ApiConflictResponse({
    ...IMPOSSIBLE,
    description: `${IMPOSSIBLE.description} Or no version is named, and the group is not deleted (\`GROUP_NOT_DELETED\`), or there are 1,000 groups (\`TOO_MANY_GROUPS\`).`,
  })
  async restore(@Param('id') id: string, @Body() body: unknown, @Req() request: Request): Promise<GroupDto> {
    await this.changes.restore(id, readRestore(body), callerOf(request));
    return toGroupDto(await this.groups.find(id));
  }
}
