import { applyDecorators } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiServiceUnavailableResponse,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { ErrorBody } from '../../common/http/error-body.js';

const JOB_EXAMPLE = `retry: 2000

event: progress
data: {"job_id":"128","status":"ongoing","state":"running","run":0,"reopened":false,"progress":{"total":200,"processed":120,"failed":1,"cancelled":0,"pending":79,"percent":60.5,"images_per_second":48.5,"eta":{"seconds":2,"earliest_seconds":1,"latest_seconds":3}}}

event: images-failed
id: 1
data: {"failures":[{"failure_no":1,"store_id":"RP00001","image_url":"https://example.com/1.jpg","code":"HTTP_404","error":"The image \\"https://example.com/1.jpg\\" of store \\"RP00001\\" could not be downloaded: its server answered 404 (Not Found)."}],"more":null}

event: settled
data: {"job_id":"128","status":"failed","state":"failed","run":0,"reopened":false,"progress":{"total":200,"processed":199,"failed":1,"cancelled":0,"pending":0,"percent":100,"images_per_second":null,"eta":null}}

event: end
retry: 60000
data: {"job_id":"128"}

`;

const JOBS_EXAMPLE = `retry: 2000

event: snapshot
data: {"jobs":[{"job_id":"128","status":"ongoing","state":"running", ..}],"more":false}

event: progress
data: {"jobs":[{"job_id":"128","status":"ongoing","state":"running", ..},{"job_id":"129","status":"ongoing","state":"queued", ..}]}

: alive

event: settled
data: {"jobs":[{"job_id":"128","status":"failed","state":"cancelled", ..}]}

`;

const REFUSALS = [
  ApiTooManyRequestsResponse({
    type: ErrorBody,
    description:
      'Too many requests (`RATE_LIMITED`; only the opening of a stream counts), or streams of this caller.',
    example: {
      error: 'You have 100 live streams open already, and no more are possible (LIVE_STREAMS_PER_CALLER).',
      code: 'TOO_MANY_STREAMS',
    },
  }),
  ApiServiceUnavailableResponse({
    type: ErrorBody,
    description: 'The database is away, the process stops, or all its streams are taken.',
    example: {
      error: 'All 1000 live streams of this process are taken (LIVE_STREAMS_MAX); try again in a moment.',
      code: 'STREAMS_FULL',
    },
  }),
];

/** What all streams have in common. */
const STREAM = `At most four messages a second come, however fast the work is: each tells the newest state. A comment comes every
15 seconds. A client that does not read misses what it would have read, and is cut off within a minute. When the service
stops, or the key is revoked, the stream ends without \`end\`.`;

function streamOf(example: string): MethodDecorator {
  return ApiOkResponse({
    description: 'A stream of messages, each with an event name and JSON as data.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example } },
  });
}

/** All that a client of a job's stream should know. */
export function DocumentJobEvents(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      operationId: 'followJob',
      description: `- \`progress\`: how far the job is, now and after changes. \`reopened\`: somebody had images run again.
- \`images-failed\`: at most 100 failures of the newest run, in their order; \`more\` is the cursor of the rest for
  \`GET /api/jobs/{id}/failures\`, or null. While the job runs the rest also follows by itself.
- \`settled\`: the job has ended; data as of \`progress\`.
- \`end\`: nothing more comes. Close the \`EventSource\` here, or it connects again after a minute. A job that was settled
  before tells its failures, \`settled\` and \`end\` at once.

The id of \`images-failed\` is the number of the last failure in it. A client that sends it back as \`Last-Event-ID\`, as browsers
do by themselves, hears of the failures after that one, without a gap or a repeat. ${STREAM}`,
    }),
    ApiParam({
      name: 'id',
      description: 'The id that the submit answered.',
      schema: { type: 'string', pattern: '^[0-9]+$' },
      example: '128',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      schema: { type: 'string', pattern: '^[0-9]+$' },
      description: 'The last id that was received.',
    }),
    ApiQuery({
      name: 'last_event_id',
      required: false,
      schema: { type: 'string', pattern: '^[0-9]+$' },
      description: 'The same for clients that cannot set headers; the header counts if there are both.',
    }),
    streamOf(JOB_EXAMPLE),
    ApiBadRequestResponse({
      type: ErrorBody,
      description: 'The id of the job or of the message is no whole number.',
    }),
    ApiNotFoundResponse({
      type: ErrorBody,
      description: 'There is no such job.',
      example: { error: 'There is no job 128.', code: 'JOB_NOT_FOUND' },
    }),
    ...REFUSALS,
  );
}

/** All that a client of the stream of many jobs should know. */
export function DocumentJobsEvents(): MethodDecorator {
  const filters: readonly [name: string, example: string | undefined, description: string][] = [
    ['store_id', 'RP00001', 'Jobs that visit this store.'],
    ['area_code', '7100015', 'Jobs that visit this area.'],
    ['group', '4', 'Jobs that visit a store of this group.'],
    [
      'code',
      'HTTP_404',
      'Jobs with an image that failed like this, and from then on all that comes of them.',
    ],
    ['reference', undefined, 'Jobs submitted under this reference.'],
    ['label', 'team:north', 'A label as `name:value`.'],
    ['from', '2026-03-01', 'Submitted on or after; day (UTC) or time.'],
    ['to', '2026-03-31', 'Submitted on or before; inclusive.'],
  ];
  return applyDecorators(
    ApiOperation({
      operationId: 'followJobs',
      description: `- \`snapshot\`: the active jobs that fit, newest first, at most 200; \`more\` says whether there are others. It comes first,
  also after connecting again, and whenever the client has missed too much.
- \`progress\`: at most 100 jobs that changed, or are new. A job that comes after it was settled runs again.
- \`settled\`: jobs that have ended.

Jobs look as in \`GET /api/jobs\`. Failures are not told here, and messages have no id. ${STREAM}`,
    }),
    ApiQuery({
      name: 'status',
      required: false,
      enum: ['ongoing', 'completed', 'failed'],
      description: 'Jobs in this state; with `ongoing` also how they end.',
    }),
    ...filters.map(([name, example, description]) =>
      ApiQuery({ name, required: false, description, ...(example !== undefined && { example }) }),
    ),
    streamOf(JOBS_EXAMPLE),
    ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' }),
    ...REFUSALS,
  );
}
