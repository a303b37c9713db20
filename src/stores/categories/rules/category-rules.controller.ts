import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../../../access/caller.js';
import { Requires } from '../../../access/requires.js';
import { parseCursor, parseLimit } from '../../../common/http/cursor.js';
import { ErrorBody } from '../../../common/http/error-body.js';
import type { Query as QueryValues } from '../../../common/http/query.js';
import { RulesRefusedError } from '../categories.errors.js';
import { CategoryRulesPreviewDto, toPreviewDto } from '../preview/preview.dto.js';
import {
  CategoryRuleSetDto,
  CategoryRulesRefusedDto,
  CategoryRulesRequestDto,
  CategoryRuleVersionPageDto,
  toRulesRefusedDto,
  toCategoryRuleSetDto,
  toCategoryRuleVersionDto,
} from './category-rules.dto.js';
import { readRulesRequest } from './rules-request.js';
import { CategoryRulesService } from './category-rules.service.js';

const VERSION = { name: 'id', example: '3' };
const MISFIT = { type: ErrorBody, description: 'A value does not fit.' };
const REFUSED = {
  type: CategoryRulesRefusedDto,
  description: 'Lines cannot be rules (`RULES_REFUSED`); nothing was changed.',
};
const NO_SUCH_VERSION = {
  type: ErrorBody,
  description: 'There is no such version (`RULE_VERSION_NOT_FOUND`).',
};

@ApiTags('categories')
@Requires('read')
@Controller('api/categories')
export class CategoryRulesController {
  constructor(private readonly rules: CategoryRulesService) {}

  /** The rules in force: what words in the name of a shop say about its category. */
  @Get('rules')
  async current(): Promise<CategoryRuleSetDto> {
    return toCategoryRuleSetDto(await this.rules.current());
  }

  /** The rules in force as a file, which can be edited and sent back as `csv`. */
  @Get('rules.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({
    schema: { type: 'string', example: 'words,category,strength,confidence\nKIRANA,grocery,trade,\n' },
  })
  async file(@Res() response: Response): Promise<void> {
    const { id, content } = await this.rules.current();
    response.setHeader('Content-Disposition', `attachment; filename="store-categories-${id}.csv"`);
    response.type('text/csv').send(content);
  }

  /**
   * Puts rules in force, all of them at once. New and renamed stores go by them from now on; the others follow in the
   * background.
   */
  @Put('rules')
  @Requires('admin')
  @ApiBody({ type: CategoryRulesRequestDto })
  @ApiOkResponse({ type: CategoryRuleSetDto, description: 'They are in force.' })
  @ApiBadRequestResponse(MISFIT)
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'Another version than `based_on` is in force (`RULES_MOVED_ON`).',
  })
  @ApiUnprocessableEntityResponse(REFUSED)
  async replace(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CategoryRuleSetDto | CategoryRulesRefusedDto> {
    return orRefused(response, async () => {
      const { rules, basedOn } = readRulesRequest(body);
      return toCategoryRuleSetDto(await this.rules.replace(rules, basedOn, callerOf(request)));
    });
  }

  /** Tells what rules would change, and changes nothing. Of more than 50,000 stores it looks at so many. */
  @Post('rules/preview')
  @Requires('admin')
  @HttpCode(HttpStatus.OK)
  @ApiBody({ type: CategoryRulesRequestDto })
  @ApiOkResponse({ type: CategoryRulesPreviewDto })
  @ApiBadRequestResponse(MISFIT)
  @ApiUnprocessableEntityResponse(REFUSED)
  async preview(
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CategoryRulesPreviewDto | CategoryRulesRefusedDto> {
    return orRefused(response, async () =>
      toPreviewDto(await this.rules.preview(readRulesRequest(body).rules)),
    );
  }

  /** Versions of the rules, newest first: that in force, and those before. */
  @Get('rules/versions')
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, example: 50, description: 'Versions per page.' })
  @ApiBadRequestResponse(MISFIT)
  async list(@Query() query: QueryValues): Promise<CategoryRuleVersionPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.rules.list(beforeId, parseLimit(query['limit']));
    return { versions: page.items.map(toCategoryRuleVersionDto), next_cursor: page.nextCursor };
  }

  /** One version with its rules. */
  @Get('rules/versions/:id')
  @ApiParam(VERSION)
  @ApiNotFoundResponse(NO_SUCH_VERSION)
  async find(@Param('id') id: string): Promise<CategoryRuleSetDto> {
    return toCategoryRuleSetDto(await this.rules.find(id));
  }

  /** Makes an old version current again, as a new version; so this can be undone the same way. */
  @Post('rules/versions/:id/restore')
  @Requires('admin')
  @HttpCode(HttpStatus.OK)
  @ApiParam(VERSION)
  @ApiNotFoundResponse(NO_SUCH_VERSION)
  async restore(@Param('id') id: string, @Req() request: Request): Promise<CategoryRuleSetDto> {
    return toCategoryRuleSetDto(await this.rules.restore(id, callerOf(request)));
  }
}

/** The lines that were refused are part of the answer. */
async function orRefused<T>(
  response: Response,
  work: () => Promise<T>,
): Promise<T | CategoryRulesRefusedDto> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RulesRefusedError)) throw error;
    response.status(HttpStatus.UNPROCESSABLE_ENTITY);
    return toRulesRefusedDto(error);
  }
}
