import { applyDecorators } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { ErrorBody } from '../../common/http/error-body.js';
import { DocumentImagesRemoved } from '../dto/images-removed-docs.js';
import { DocumentJobId } from '../dto/job-id-docs.js';
import { WARNING } from '../dto/warning.dto.js';
import { JOB_STATES } from '../job-status.js';
import { IMAGE_STATES } from '../reading/image-list.repository.js';
import type { FileKind } from './export-answer.js';
import { COLUMNS } from './result-columns.js';

const ANSWER = `One line per image, in the order of the submission: ${COLUMNS.map(({ name }) => `\`${name}\``).join(', ')}.
Times are UTC. All lines show the same moment, and \`X-Total-Count\` says how many there are: there is no limit. Text that a
spreadsheet would calculate begins with an apostrophe. When something breaks on the way the connection is cut, so a file that
ended properly is whole.`;

const HEADERS = {
  'X-Total-Count': {
    description: 'Images in the file; its first line, the names of the columns, is not counted.',
    schema: { type: 'integer', minimum: 0 },
    example: 200,
  },
  'X-Removed-Count': {
    description: 'Images of the visits that match which are not in the file, as retention has removed them.',
    schema: { type: 'integer', minimum: 0 },
    example: 0,
  },
  'Content-Disposition': {
    description: 'A name for the file.',
    schema: { type: 'string' },
    example: 'attachment; filename="job-128-results.csv"',
  },
} as const;

const LINE = COLUMNS.map(({ name }) => name).join(',');

const BINARY = { type: 'string', format: 'binary' } as const;
const TEXT = { type: 'string', example: LINE } as const;

/** An export of one job. */
export function DocumentJobExport({ extension, contentType }: FileKind): MethodDecorator {
  return applyDecorators(
    answers(contentType, extension === 'csv'),
    DocumentJobId(),
    imageQueries(),
    ApiQuery({
      name: 'run',
      required: false,
      schema: { type: 'integer', minimum: 0 },
      description: 'An earlier run, 0 for the first: only the images that took part in it.',
    }),
    DocumentImagesRemoved(),
  );
}

/** An export of everything that matches. */
export function DocumentExport(): MethodDecorator {
  const query = (name: string, description: string, more: object = {}) =>
    ApiQuery({ name, required: false, description, ...more });
  return applyDecorators(
    answers('text/csv; charset=utf-8; header=present', true),
    imageQueries(),
    query('area_code', 'Only visits to stores that were in this area at the time.', { example: '7100015' }),
    query('from', 'Visited on or after; day (UTC) or time.', { example: '2026-03-01' }),
    query('to', 'Visited on or before; inclusive.', { example: '2026-03-31' }),
    query('status', 'Only of jobs in this state.', { enum: ['ongoing', 'completed', 'failed'] }),
    query('job_state', 'The same in more detail, as the `state` of a job.', { enum: JOB_STATES }),
    query('submitted_from', 'Only of jobs submitted on or after; day (UTC) or time.', {
      example: '2026-03-01',
    }),
    query('submitted_to', 'Only of jobs submitted on or before; inclusive.', { example: '2026-03-31' }),
    query('reference', 'Only of jobs submitted under this reference.'),
    query('label', 'Only of jobs with this label, as `name:value`.', { example: 'team:north' }),
  );
}

function imageQueries(): MethodDecorator {
  return applyDecorators(
    ApiQuery({
      name: 'state',
      required: false,
      enum: IMAGE_STATES,
      description: 'Only images in this state.',
    }),
    ApiQuery({
      name: 'code',
      required: false,
      example: 'HTTP_404',
      description: 'Only images that failed like this.',
    }),
    ApiQuery({
      name: 'store_id',
      required: false,
      example: 'RP00001',
      description: 'Only images of this store.',
    }),
    ApiQuery(WARNING),
    ApiQuery({
      name: 'group',
      required: false,
      example: '4',
      description: 'Only images of stores of this group.',
    }),
  );
}

function answers(contentType: string, isText: boolean): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({
      description: ANSWER,
      headers: HEADERS,
      content: { [contentType]: { schema: isText ? TEXT : BINARY } },
    }),
    ApiBadRequestResponse({ type: ErrorBody, description: 'A value does not fit.' }),
    ApiUnprocessableEntityResponse({
      type: ErrorBody,
      description: 'So many rows match that counting them takes too long.',
      example: {
        error:
          'The rows of this export could not be counted within 120 seconds; ask for fewer of them, by "from" and "to" for example.',
        code: 'EXPORT_TOO_LARGE',
      },
    }),
    ApiTooManyRequestsResponse({
      type: ErrorBody,
      description:
        'Too many exports are under way, or too many requests came; `Retry-After` tells when to go on.',
      example: {
        error: '3 exports are under way already; try again when one of them has ended.',
        code: 'TOO_MANY_EXPORTS',
      },
    }),
  );
}
