import { Body, Controller, Get, Headers, Post, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiPayloadTooLargeResponse,
  ApiQuery,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ErrorBody } from '../common/http/error-body.js';
import { parseIdempotencyKey } from './dto/idempotency-key.js';
import { parseJobId } from './dto/job-id.js';
import { JobStatusDto, toJobStatusDto } from './dto/job-status.dto.js';
import { SubmitJobRequest, SubmitJobResponse } from './dto/submit-job.dto.js';
import { JobsService } from './reading/jobs.service.js';
import { SubmissionService } from './submission/submission.service.js';

/** Nobody has to identify themselves yet; jobs belong to nobody in particular. */
const ANYBODY = '';

@ApiTags('submit and status')
@Controller('api')
export class SubmitController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly jobs: JobsService,
  ) {}

  /** Accepts a batch of visits; their images are measured later, by the queue. */
  @Post('submit')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Makes it safe to send a submit again: for 7 days, the same key with the same content answers the same job ' +
      '(and `Idempotent-Replayed: true`) instead of a new one. 1 to 255 printable ASCII characters.',
  })
  @ApiBody({ type: SubmitJobRequest })
  @ApiCreatedResponse({ type: SubmitJobResponse, description: 'The job is kept, whatever happens next.' })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'The body does not fit, or a store cannot be visited.',
  })
  @ApiPayloadTooLargeResponse({ type: ErrorBody, description: 'The body is larger than SUBMIT_MAX_BYTES.' })
  @ApiUnsupportedMediaTypeResponse({ type: ErrorBody, description: 'The body is not JSON.' })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'The Idempotency-Key belongs to other content.',
  })
  @ApiServiceUnavailableResponse({
    type: ErrorBody,
    description: 'The database is away; nothing was stored.',
  })
  async submit(
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmitJobResponse> {
    const { jobId, replayed } = await this.submissions.submit(body, ANYBODY, parseIdempotencyKey(key));
    if (replayed) response.setHeader('Idempotent-Replayed', 'true');
    return { job_id: jobId };
  }

  /** How a job is doing, at any time. */
  @Get('status')
  @ApiQuery({ name: 'jobid', example: '128', description: 'The id that the submit answered.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'The id is missing, malformed or unknown.' })
  async status(@Query('jobid') jobId: unknown): Promise<JobStatusDto> {
    const { job, failures } = await this.jobs.status(parseJobId(jobId));
    return toJobStatusDto(job, failures);
  }
}
