import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires } from '../../access/requires.js';
import type { Query as QueryValues } from '../../common/http/query.js';
import { jobFilterFrom } from '../dto/job-filter.js';
import { parseJobId } from '../dto/job-id.js';
import { DocumentJobEvents, DocumentJobsEvents } from '../dto/live-docs.js';
import { JobsService } from '../reading/jobs.service.js';
import { JobFollowers } from './job-followers.js';
import { JobsFollowers } from './jobs-followers.js';
import { lastFailureNo } from './last-event-id.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Requires('read')
@Controller('api')
export class LiveController {
  constructor(
    private readonly jobs: JobsService,
    private readonly streams: LiveStreams,
    private readonly jobFollowers: JobFollowers,
    private readonly jobsFollowers: JobsFollowers,
  ) {}

  /** Follows a job until it is settled, as server-sent events. */
  @Get('jobs/:id/events')
  @DocumentJobEvents()
  async followJob(
    @Param('id') id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() query: QueryValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const told = lastFailureNo(lastEventId, query);
    const job = await this.jobs.find(parseJobId(id));
    const stream = this.streams.begin(request, response);
    if (request.method === 'HEAD') response.end();
    else this.jobFollowers.follow(stream, job, told);
  }

  /** Follows all jobs, or those of a filter, as server-sent events. */
  @Get('events')
  @DocumentJobsEvents()
  async followJobs(
    @Query() query: QueryValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const filter = jobFilterFrom(query);
    await this.jobs.assertGroup(filter);
    const stream = this.streams.begin(request, response);
    if (request.method === 'HEAD') response.end();
    else this.jobsFollowers.follow(stream, filter);
  }
}
