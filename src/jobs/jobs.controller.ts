import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiParam,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { parseCursor, parseLimit } from '../common/http/cursor.js';
import { ErrorBody } from '../common/http/error-body.js';
import { textFrom, wordFrom, type Query as QueryValues } from '../common/http/query.js';
import { GroupsService } from '../groups/groups.service.js';
import { FailurePageDto, toFailureDto } from './dto/failure.dto.js';
import { ImagePageDto, toImageDto } from './dto/image.dto.js';
import { JobDetailDto, JobPageDto, toJobDto, toJobEventDto } from './dto/job.dto.js';
import { WARNING } from './dto/warning.dto.js';
import { imageFilterFrom, imagesAfter, jobFilterFrom } from './dto/job-filter.js';
import { parseJobId } from './dto/job-id.js';
import { JOB_STATES } from './job-status.js';
import { IMAGE_STATES } from './reading/image-list.repository.js';
import { DocumentImagesRemoved } from './dto/images-removed-docs.js';
import { JobsService } from './reading/jobs.service.js';

const CURSOR = { name: 'cursor', required: false, description: '`next_cursor` of the page before.' };
const LIMIT = { name: 'limit', required: false, description: 'Entries per page.' };
const JOB_ID = {
  name: 'id',
  description: 'The id that the submit answered.',
  schema: { type: 'string', pattern: '^[0-9]+$' },
  example: '128',
};
const NO_SUCH_JOB = {
  type: ErrorBody,
  description: 'There is no such job.',
  example: { error: 'There is no job 128.', code: 'JOB_NOT_FOUND' },
};
const TOO_SLOW = {
  type: ErrorBody,
  description:
    'It takes longer than 10 s to find the jobs of the group (`GROUP_JOBS_TOO_SLOW`), or its stores (`GROUP_TOO_SLOW`).',
  example: {
    error:
      'It takes longer than 10 s to find the jobs of this group; ask for a shorter time by "from" and "to".',
    code: 'GROUP_JOBS_TOO_SLOW',
  },
};

@ApiTags('jobs')
@Requires('read')
@Controller('api/jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly groups: GroupsService,
  ) {}

  /** Jobs, newest first. */
  @Get()
  @ApiQuery({
    name: 'status',
    required: false,
    enum: ['ongoing', 'completed', 'failed'],
    description: 'Jobs in this state.',
  })
  @ApiQuery({
    name: 'state',
    required: false,
    enum: JOB_STATES,
    description: 'The same in more detail, as the `state` of a job.',
  })
  @ApiQuery({
    name: 'store_id',
    required: false,
    example: 'RP00001',
    description: 'Jobs that visited this store.',
  })
  @ApiQuery({
    name: 'area_code',
    required: false,
    example: '7100015',
    description: 'Jobs that visited this area.',
  })
  @ApiQuery({
    name: 'group',
    required: false,
    example: '4',
    description: 'Jobs that visited a store of this group.',
  })
  @ApiQuery({
    name: 'code',
    required: false,
    example: 'HTTP_404',
    description: 'Jobs with an image that failed like this in its newest run.',
  })
  @ApiQuery({ name: 'reference', required: false, description: 'Jobs submitted under this reference.' })
  @ApiQuery({
    name: 'label',
    required: false,
    example: 'team:north',
    description: 'A label as `name:value`.',
  })
  @ApiQuery({
    name: 'from',
    required: false,
    example: '2026-03-01',
    description: 'Submitted on or after; day (UTC) or time.',
  })
  @ApiQuery({
    name: 'to',
    required: false,
    example: '2026-03-31',
    description: 'Submitted on or before; inclusive.',
  })
  @ApiQuery(CURSOR)
  @ApiQuery(LIMIT)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiUnprocessableEntityResponse(TOO_SLOW)
  async list(@Query() query: QueryValues): Promise<JobPageDto> {
    const [beforeId] = parseCursor(query['cursor'], ['digits']) ?? [];
    const filter = { ...jobFilterFrom(query), state: wordFrom(query, 'state', JOB_STATES) };
    const page = await this.jobs.list(filter, beforeId, parseLimit(query['limit']));
    return { jobs: page.items.map(toJobDto), next_cursor: page.nextCursor };
  }

  /** One job with everything that happened to it. */
  @Get(':id')
  @ApiParam(JOB_ID)
  @ApiBadRequestResponse({
    type: ErrorBody,
    description: 'The id is no whole number.',
    example: { error: '"x1" is not a job id; a job id is a whole number.', code: 'INVALID_JOB_ID' },
  })
  @ApiNotFoundResponse(NO_SUCH_JOB)
  async find(@Param('id') id: string): Promise<JobDetailDto> {
    const { job, events } = await this.jobs.findWithEvents(parseJobId(id));
    return { ...toJobDto(job), events: events.map(toJobEventDto) };
  }

  /** The images of a job that could not be measured in its newest run, in the order they were found. */
  @Get(':id/failures')
  @ApiParam(JOB_ID)
  @ApiQuery({ ...CURSOR, description: '`next_cursor` of the page before, or `more` of a live message.' })
  @ApiQuery(LIMIT)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse(NO_SUCH_JOB)
  @DocumentImagesRemoved()
  async listFailures(@Param('id') id: string, @Query() query: QueryValues): Promise<FailurePageDto> {
    const [after] = parseCursor(query['cursor'], ['digits']) ?? ['0'];
    const page = await this.jobs.listFailures(parseJobId(id), Number(after), parseLimit(query['limit']));
    return { failures: page.items.map(toFailureDto), next_cursor: page.nextCursor };
  }

  /**
   * The images of a job, in the order in which they are dispatched, with the result of their newest run. Earlier
   * runs stay readable: `run` shows one, with the images that took part in it.
   */
  @Get(':id/images')
  @ApiParam(JOB_ID)
  @ApiQuery({
    name: 'run',
    required: false,
    schema: { type: 'integer', minimum: 0 },
    example: 0,
    description: 'Only this run: 0 is the first processing, 1 and more are retries.',
  })
  @ApiQuery({ name: 'state', required: false, enum: IMAGE_STATES, description: 'Only images in this state.' })
  @ApiQuery({
    name: 'code',
    required: false,
    example: 'HTTP_404',
    description: 'Only images that failed like this.',
  })
  @ApiQuery({
    name: 'store_id',
    required: false,
    example: 'RP00001',
    description: 'Only images of this store.',
  })
  @ApiQuery(WARNING)
  @ApiQuery({
    name: 'group',
    required: false,
    example: '4',
    description: 'Only images of stores of this group.',
  })
  @ApiQuery({
    name: 'from_idx',
    required: false,
    schema: { type: 'integer', minimum: 0 },
    example: 5000,
    description: 'Begins at this place in the job, instead of where a `cursor` says.',
  })
  @ApiQuery(CURSOR)
  @ApiQuery(LIMIT)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' })
  @ApiNotFoundResponse(NO_SUCH_JOB)
  @DocumentImagesRemoved()
  async listImages(@Param('id') id: string, @Query() query: QueryValues): Promise<ImagePageDto> {
    const group = await this.groups.conditionIfNamed(textFrom(query, 'group'));
    const [filter, after] = [{ ...imageFilterFrom(query), group }, imagesAfter(query)];
    const page = await this.jobs.listImages(parseJobId(id), filter, after, parseLimit(query['limit']));
    return { images: page.items.map(toImageDto), next_cursor: page.nextCursor };
  }
}
