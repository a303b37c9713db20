import { Body, Controller, Get, Headers, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { callerOf } from '../access/caller.js';
import { Requires } from '../access/requires.js';
import { ErrorBody } from '../common/http/error-body.js';
import { parseIdempotencyKey } from './dto/idempotency-key.js';
import { parseJobId } from './dto/job-id.js';
import { JobStatusDto, toJobStatusDto } from './dto/job-status.dto.js';
import { DocumentSubmit } from './dto/submit-docs.js';
import { SubmitJobResponse } from './dto/submit-job.dto.js';
import { JobsService } from './reading/jobs.service.js';
import { SubmissionService } from './submission/submission.service.js';

@ApiTags('submit and status')
@Controller('api')
export class SubmitController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly jobs: JobsService,
  ) {}

  /** Accepts a batch of visits; their images are measured later, by the queue. */
  @Post('submit')
  @Requires('submit')
  @DocumentSubmit()
  async submit(
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmitJobResponse> {
    const caller = callerOf(request);
    const { jobId, replayed } = await this.submissions.submit(body, caller, parseIdempotencyKey(key));
    if (replayed) response.setHeader('Idempotent-Replayed', 'true');
    return { job_id: jobId };
  }

  /** How a job is doing, at any time. */
  @Get('status')
  @Requires('read')
  @ApiOperation({ operationId: 'status' })
  @ApiQuery({ name: 'jobid', example: '128', description: 'The id that the submit answered.' })
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'The id is missing, malformed or unknown.',
    example: { error: 'There is no job 128.', code: 'JOB_NOT_FOUND' },
  })
  async status(@Query('jobid') jobId: unknown): Promise<JobStatusDto> {
    const { job, failures } = await this.jobs.status(parseJobId(jobId));
    return toJobStatusDto(job, failures);
  }
}
