import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { BulkCancelPreviewDto, BulkCancelRequestDto, BulkCancelResponse } from './bulk-cancel.dto.js';
import { readBulkCancelRequest } from './bulk-cancel-request.js';
import { BulkCancelService } from './bulk-cancel.service.js';

@ApiTags('jobs')
@Requires('submit')
@Controller('api/jobs/cancel')
export class BulkCancelController {
  constructor(private readonly cancels: BulkCancelService) {}

  /**
   * Cancels many jobs, each as `POST /api/jobs/{id}/cancel` does; at most 1,000. The jobs that fit now are cancelled,
   * whatever state they come to meanwhile; one that is settled before its turn is skipped.
   */
  @Post()
  @HttpCode(200)
  @ApiBody({ type: BulkCancelRequestDto })
  @ApiExtraModels(BulkCancelPreviewDto, BulkCancelResponse)
  @ApiOkResponse({
    description: 'What was cancelled; with `dry_run`, what would be.',
    schema: {
      oneOf: [BulkCancelResponse, BulkCancelPreviewDto].map((model) => ({ $ref: getSchemaPath(model) })),
    },
  })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'A value does not fit, or a field is not known.',
    example: {
      error: '"state" must be queued, running, paused; not "failed".',
      code: 'INVALID_INPUT',
    },
  })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description:
      'The filter names nothing (`EMPTY_FILTER`; nothing never means all jobs), or fits more than 1,000 jobs (`CANCEL_TOO_LARGE`), or its group takes too long to be asked (`GROUP_TOO_SLOW`, `GROUP_JOBS_TOO_SLOW`).',
    example: {
      error:
        'The filter fits more than 1000 jobs, too many to cancel at once; narrow it, by "from" and "to" for example.',
      code: 'CANCEL_TOO_LARGE',
    },
  })
  async cancel(
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<BulkCancelResponse | BulkCancelPreviewDto> {
    const { filter, sent, dryRun } = readBulkCancelRequest(body);
    if (dryRun) return { dry_run: true, ...(await this.cancels.preview(filter)) };
    return { dry_run: false, ...(await this.cancels.cancel(filter, sent, callerOf(request))) };
  }
}
