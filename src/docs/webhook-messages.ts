import type { PathItemObject, SchemaObject } from '@nestjs/swagger';

const count = (example: number): SchemaObject => ({ type: 'integer', minimum: 0, example });
const time = (example: string): SchemaObject => ({ type: 'string', format: 'date-time', example });

/** A schema whose fields are all there, always. */
function object(properties: Record<string, SchemaObject>): SchemaObject {
  return { type: 'object', required: Object.keys(properties), properties };
}

const PROGRESS = object({
  total: count(200),
  processed: count(198),
  failed: count(2),
  cancelled: count(0),
  pending: count(0),
  percent: { type: 'number', example: 100 },
});

const JOB = object({
  job_id: { type: 'string', example: '128' },
  status: { type: 'string', enum: ['completed', 'failed'], example: 'failed' },
  state: { type: 'string', enum: ['completed', 'failed', 'cancelled'], example: 'failed' },
  progress: PROGRESS,
  error_count: {
    ...count(2),
    description: 'As `GET /api/status` counts: images that failed, and one more where the job was cancelled.',
  },
  reference: { type: ['string', 'null'], example: 'north-route-2026-03-01' },
  labels: { type: 'object', additionalProperties: { type: 'string' }, example: { team: 'north' } },
  run: { ...count(0), description: '0 for the first processing, 1 and up for retries.' },
  created_at: time('2026-03-01T09:30:00.000Z'),
  settled_at: time('2026-03-01T09:31:00.000Z'),
});

/** Sent with every message; receivers verify it with a library of Standard Webhooks. */
const HEADERS = {
  'webhook-id': 'The same at every attempt: a receiver that has had it may ignore it.',
  'webhook-timestamp': 'Seconds since 1970, of this attempt.',
  'webhook-signature':
    '`v1,` and the Base64 of HMAC-SHA256 over `id.timestamp.body`; two of them after a rotation, with a blank between.',
};

/** What receivers are told, as the document of the API describes it. */
export const WEBHOOK_MESSAGES: Record<string, PathItemObject> = {
  'job.settled': message('job.settled', 'Tells that the last image of a job is settled.'),
  'job.failed': message('job.failed', 'Tells of a settled job with images that failed or were cancelled.'),
};

function message(type: string, summary: string): PathItemObject {
  const schema = object({
    type: { type: 'string', enum: [type], example: type },
    timestamp: time('2026-03-01T09:31:00.000Z'),
    data: JOB,
  });
  const parameters = Object.entries(HEADERS).map(([name, description]) => ({
    ...{ name, description, in: 'header' as const, required: true },
    schema: { type: 'string' },
  }));
  return {
    post: {
      operationId: `on${type.replace(/(^|\.)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`,
      summary,
      description:
        'Answer 2xx when it is taken, and 410 to get no more. Anything else is tried again for a day.',
      tags: ['webhooks'],
      security: [],
      parameters,
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: {
        '2XX': { description: 'The message is taken.' },
        '410': { description: 'No more, please.' },
      },
    },
  };
}
