import { Body, Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { parseCursor, parseLimit } from '../../common/http/cursor.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import {
  BulkRetryDto,
  BulkRetryPageDto,
  BulkRetryPreviewDto,
  BulkRetryRequestDto,
  BulkRetryResponse,
  toBulkRetryDto,
  toBulkRetryPreviewDto,
} from './bulk-retry.dto.js';
import { readBulkRetryRequest } from './bulk-retry-request.js';
import { BulkRetryService } from './bulk-retry.service.js';

@ApiTags('retries')
@Controller('api')
export class BulkRetryController {
  constructor(private readonly retries: BulkRetryService) {}

  /**
   * Runs failed and cancelled images of many jobs again. The jobs that fit now are noted, and reopened one after another;
   * `GET /api/retries/{id}` tells how far that is. A job that is ongoing when it is its turn is skipped.
   */
  @Post('jobs/retry')
  @Requires('submit')
  @ApiBody({ type: BulkRetryRequestDto })
  @ApiAcceptedResponse({ type: BulkRetryResponse, description: 'The jobs are being reopened.' })
  @ApiOkResponse({ type: BulkRetryPreviewDto, description: 'With `dry_run`: what would run again.' })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or a field is not known.',
    example: {
      error: '"codes" must be a list of 1 to 1000 strings that are not empty, and valid Unicode.',
      code: 'INVALID_INPUT',
    },
  })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description:
      'The filter names nothing (`EMPTY_FILTER`; nothing never means all jobs), or too much for one retry (`RETRY_TOO_LARGE`).',
    example: {
      error: '"filter" must name at least one thing, like {"status": "failed"}; nothing means no job here.',
      code: 'EMPTY_FILTER',
    },
  })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'Nothing fits.',
    example: {
      error: 'No settled job has a failed or cancelled image that fits the filter.',
      code: 'NOTHING_TO_RETRY',
    },
  })
  async retry(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BulkRetryResponse | BulkRetryPreviewDto> {
    const { filter, sent, dryRun } = readBulkRetryRequest(body);
    response.status(dryRun ? HttpStatus.OK : HttpStatus.ACCEPTED);
    if (dryRun) return toBulkRetryPreviewDto(await this.retries.preview(filter));
    const { id, jobs, images } = await this.retries.retry(filter, sent, callerOf(request));
    return { retry_id: id, jobs, images, dry_run: false };
  }

  /** Retries of many jobs, newest first, each with how far it is. */
  @Get('retries')
  @Requires('read')
  @ApiQuery({ name: 'cursor', required: false, description: '`next_cursor` of the page before.' })
  @ApiQuery({ name: 'limit', required: false, description: 'Retries per page.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  async list(@Query() query: QueryValues): Promise<BulkRetryPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const page = await this.retries.list(beforeId, parseLimit(query['limit']));
    return { retries: page.items.map(toBulkRetryDto), next_cursor: page.nextCursor };
  }

  /** One retry of many jobs, and how far it is. */
  @Get('retries/:id')
  @Requires('read')
  @ApiParam({ name: 'id', example: '7' })
  @ApiNotFoundResponse({
    type: ErrorBody,
    description: 'There is no such retry.',
    example: { error: 'There is no retry "7".', code: 'RETRY_NOT_FOUND' },
  })
  async find(@Param('id') id: string): Promise<BulkRetryDto> {
    return toBulkRetryDto(await this.retries.find(id));
  }
}
