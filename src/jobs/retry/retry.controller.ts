import { Body, Controller, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { DocumentImagesRemoved } from '../dto/images-removed-docs.js';
import { DocumentJobId } from '../dto/job-id-docs.js';
import { parseJobId } from '../dto/job-id.js';
import { RetryJobRequest, RetryJobResponse, RetryPreviewDto, toRetryPreviewDto } from './retry.dto.js';
import { readRetryRequest } from './retry-request.js';
import { RetryService } from './retry.service.js';

@ApiTags('retries')
@ApiExtraModels(RetryJobResponse)
@Requires('submit')
@Controller('api/jobs/:id/retry')
export class RetryController {
  constructor(private readonly retries: RetryService) {}

  /**
   * Runs failed and cancelled images of a settled job again. They become a new run of the job, which is ongoing again; all
   * other results stay, and earlier runs stay readable at `GET /api/jobs/{id}/images?run=`. Without a filter all
   * of the job that failed or was cancelled runs again.
   */
  @Post()
  @DocumentJobId()
  @DocumentImagesRemoved()
  @ApiBody({ type: RetryJobRequest, required: false })
  @ApiAcceptedResponse({ type: RetryJobResponse, description: 'The job is open again.' })
  @ApiOkResponse({ type: RetryPreviewDto, description: 'With `dry_run`: what would run again.' })
  @ApiConflictResponse({
    type: ErrorBody,
    description:
      'The job has images that are pending (`JOB_ONGOING`), none that fits (`NOTHING_TO_RETRY`), or too many runs (`TOO_MANY_RUNS`).',
    example: {
      error: 'Job 128 is still ongoing; it can run again when all of its images are settled.',
      code: 'JOB_ONGOING',
    },
  })
  async retry(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RetryJobResponse | RetryPreviewDto> {
    const jobId = parseJobId(id);
    const { choice, filter, dryRun } = readRetryRequest(body);
    response.status(dryRun ? HttpStatus.OK : HttpStatus.ACCEPTED);
    if (dryRun) return toRetryPreviewDto(jobId, await this.retries.preview(jobId, choice));
    const { run, images } = await this.retries.retry(jobId, choice, filter, callerOf(request));
    return { job_id: jobId, run, images, dry_run: false };
  }
}
