import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { JobDto, toJobDto } from '../dto/job.dto.js';
import { parseJobId } from '../dto/job-id.js';
import { DocumentJobId } from '../dto/job-id-docs.js';
import { JobsService } from '../reading/jobs.service.js';
import { JobControlService } from './job-control.service.js';

@ApiTags('jobs')
@Requires('submit')
@Controller('api/jobs/:id')
export class JobControlController {
  constructor(
    private readonly control: JobControlService,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Cancels a job. Results it has stay; everything else of it is cancelled at once, downloads under way are broken off,
   * and the job is settled. Its state is `cancelled` then, and `failed` in `GET /api/status`, which knows only three.
   */
  @Post('cancel')
  @HttpCode(200)
  @DocumentJobId()
  @ApiOkResponse({ type: JobDto, description: 'The job as it is now.' })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'It is settled already (`JOB_SETTLED`), or cancelled (`JOB_CANCELLED`).',
    example: { error: 'Job 128 is cancelled already.', code: 'JOB_CANCELLED' },
  })
  async cancel(@Param('id') id: string, @Req() request: Request): Promise<JobDto> {
    const jobId = parseJobId(id);
    await this.control.cancel(jobId, callerOf(request));
    return toJobDto(await this.jobs.find(jobId));
  }

  /** Pauses a job. Nothing of it is started any more; what workers have begun they finish. */
  @Post('pause')
  @HttpCode(200)
  @DocumentJobId()
  @ApiOkResponse({ type: JobDto, description: 'The job as it is now.' })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'It is paused (`JOB_PAUSED`), settled (`JOB_SETTLED`) or cancelled (`JOB_CANCELLED`).',
    example: { error: 'Job 128 is paused already.', code: 'JOB_PAUSED' },
  })
  async pause(@Param('id') id: string, @Req() request: Request): Promise<JobDto> {
    const jobId = parseJobId(id);
    await this.control.pause(jobId, callerOf(request));
    return toJobDto(await this.jobs.find(jobId));
  }

  /** Goes on with a job that was paused. */
  @Post('resume')
  @HttpCode(200)
  @DocumentJobId()
  @ApiOkResponse({ type: JobDto, description: 'The job as it is now.' })
  @ApiConflictResponse({
    type: ErrorBody,
    description:
      'It is not paused (`JOB_NOT_PAUSED`), or settled (`JOB_SETTLED`) or cancelled (`JOB_CANCELLED`).',
    example: { error: 'Job 128 is not paused.', code: 'JOB_NOT_PAUSED' },
  })
  async resume(@Param('id') id: string, @Req() request: Request): Promise<JobDto> {
    const jobId = parseJobId(id);
    await this.control.resume(jobId, callerOf(request));
    return toJobDto(await this.jobs.find(jobId));
  }
}
