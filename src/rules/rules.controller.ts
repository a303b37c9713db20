import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
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
import { parseVersion, readChange, readNewRules } from './dto/rules-request.js';
import {
  CriteriaDto,
  listCriteria,
  RestoreRulesRequest,
  RuleVersionDto,
  RuleVersionPageDto,
  SaveRulesRequest,
  toRuleVersionDto,
} from './dto/rules.dto.js';
import { RulesService } from './rules.service.js';

const VERSION = { name: 'version', schema: { type: 'integer', minimum: 1 }, example: 6 };
const NO_SUCH_VERSION = {
  type: ErrorBody,
  description: 'There is no such version.',
  example: { error: 'There is no version 6 of the rules.', code: 'RULE_VERSION_NOT_FOUND' },
};
const CHANGED = {
  type: ErrorBody,
  description: 'Somebody else saved rules meanwhile.',
  example: {
    error: 'The rules were changed meanwhile: version 7 is in force, not 6. Look at it, and save again.',
    code: 'RULES_CHANGED',
  },
};
const MISFIT = {
  type: ErrorBody,
  description: 'A field does not fit; the sentence begins with its place.',
  example: {
    error: 'rules.default.criteria.min_width.limit must be a whole number from 1 to 100000, not "0".',
    code: 'INVALID_RULES',
  },
};

@ApiTags('rules')
@Requires('read')
@Controller('api/rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  /** The rules in force. */
  @Get()
  async current(): Promise<RuleVersionDto> {
    return toRuleVersionDto(await this.rules.current());
  }

  /** The criteria that rules may use, with the limits that each of them takes. */
  @Get('criteria')
  criteria(): CriteriaDto {
    return listCriteria();
  }

  /**
   * Puts a rule set in force, as a new version. It holds for all images that are begun from then on, also of jobs that are
   * under way, and for the order of jobs that are submitted from then on. Unknown fields are refused.
   */
  @Put()
  @Requires('admin')
  @ApiBadRequestResponse(MISFIT)
  @ApiConflictResponse(CHANGED)
  async save(@Body() body: SaveRulesRequest, @Req() request: Request): Promise<RuleVersionDto> {
    return toRuleVersionDto(await this.rules.save(readNewRules(body), callerOf(request)));
  }

  /** Every rule set there has been, newest first. */
  @Get('versions')
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Versions per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<RuleVersionPageDto> {
    const [before] = parseCursor(query['cursor'], ['count']) ?? [];
    const page = await this.rules.list(
      before === undefined ? before : Number(before),
      parseLimit(query['limit']),
    );
    return { versions: page.items.map(toRuleVersionDto), next_cursor: page.nextCursor };
  }

  /** One version of the rules. */
  @Get('versions/:version')
  @ApiParam(VERSION)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'That is no number of a version.' })
  @ApiNotFoundResponse(NO_SUCH_VERSION)
  async find(@Param('version') version: string): Promise<RuleVersionDto> {
    return toRuleVersionDto(await this.rules.find(parseVersion(version)));
  }

  /** Makes an old version current again, as a new one with the same rules. */
  @Post('versions/:version/restore')
  @HttpCode(200)
  @Requires('admin')
  @ApiParam(VERSION)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse(NO_SUCH_VERSION)
  @ApiConflictResponse(CHANGED)
  async restore(
    @Param('version') version: string,
    @Body() body: RestoreRulesRequest,
    @Req() request: Request,
  ): Promise<RuleVersionDto> {
    const change = readChange(body);
    return toRuleVersionDto(await this.rules.restore(parseVersion(version), change, callerOf(request)));
  }
}
