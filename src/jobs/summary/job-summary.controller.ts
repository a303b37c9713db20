import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { DocumentImagesRemoved } from '../dto/images-removed-docs.js';
import { runFrom } from '../dto/job-filter.js';
import { parseJobId } from '../dto/job-id.js';
import { DocumentJobId } from '../dto/job-id-docs.js';
import { JobSummaryDto, toJobSummaryDto } from './job-summary.dto.js';
import { JobSummaryService } from './job-summary.service.js';

@ApiTags('jobs')
@Requires('read')
@Controller('api/jobs/:id/summary')
export class JobSummaryController {
  constructor(private readonly summaries: JobSummaryService) {}

  /**
   * What became of a job's images, in figures: failures by code and by store, times, formats. Each image counts with
   * the result of its newest run; `run` tells of one run, with the images that took part in it.
   */
  @Get()
  @DocumentJobId()
  @ApiQuery({
    name: 'run',
    required: false,
    schema: { type: 'integer', minimum: 0 },
    example: 0,
    description: 'Only this run: 0 is the first processing, 1 and more are retries.',
  })
  @DocumentImagesRemoved()
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'It takes longer than 10 seconds.',
    example: {
      error:
        'There are too many images in this job to sum them up; try again in a minute, or list them instead.',
      code: 'FIGURES_TOO_LARGE',
    },
  })
  async find(@Param('id') id: string, @Query() query: QueryValues): Promise<JobSummaryDto> {
    const [jobId, run] = [parseJobId(id), runFrom(query)];
    return toJobSummaryDto(jobId, run, await this.summaries.summarize(jobId, run));
  }
}
