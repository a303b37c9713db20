import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { accessConfig, type AccessConfig } from '../../config/access.config.js';
import { callerOf } from '../caller.js';
import { Requires } from '../requires.js';
import { parseKeyName, parseScopes } from './key-request.js';
import { CreateKeyRequest, IssuedKeyDto, KeyPageDto, toIssuedKeyDto, toKeyDto } from './key.dto.js';
import { KeysService } from './keys.service.js';

@ApiTags('access')
@Requires('admin')
@Controller('api/keys')
export class KeysController {
  constructor(
    private readonly keys: KeysService,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
  ) {}

  /** API keys, newest first, revoked ones too. */
  @Get()
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Keys per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<KeyPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.keys.list(beforeId, parseLimit(query['limit']));
    return { keys: page.items.map(toKeyDto), next_cursor: page.nextCursor };
  }

  /** Makes an API key. Its text is in this answer and nowhere else. */
  @Post()
  @ApiBody({ type: CreateKeyRequest })
  @ApiCreatedResponse({ type: IssuedKeyDto, description: 'The key can be used at once.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async create(@Body() body: unknown, @Req() request: Request): Promise<IssuedKeyDto> {
    const { name, scopes } = (body ?? {}) as Record<string, unknown>;
    const key = await this.keys.create(parseKeyName(name), parseScopes(scopes), callerOf(request));
    return toIssuedKeyDto(key);
  }

  /** Revokes an API key, and ends its sessions. Doing it again changes nothing. */
  @Delete(':id')
  @HttpCode(204)
  @ApiParam({ name: 'id', example: '3' })
  @ApiNoContentResponse({ description: 'The key cannot be used any more.' })
  @ApiNotFoundResponse({ type: ErrorBody, description: 'There is no such key (`KEY_NOT_FOUND`).' })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'It is the last one with `admin` (`LAST_ADMIN_KEY`).',
  })
  async revoke(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.keys.revoke(id, callerOf(request), { keepAdmin: this.config.mode === 'keys' });
  }
}
