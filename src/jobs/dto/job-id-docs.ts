import { applyDecorators } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiParam } from '@nestjs/swagger';
import { ErrorBody } from '../../common/http/error-body.js';

/** What every operation on one job says about its id. */
export function DocumentJobId(): MethodDecorator {
  return applyDecorators(
    ApiParam({
      name: 'id',
      description: 'The id that the submit answered.',
      schema: { type: 'string', pattern: '^[0-9]+$' },
      example: '128',
    }),
    ApiBadRequestResponse({
      type: ErrorBody,
      description: 'The id is no whole number, or another value does not fit.',
      example: { error: '"x1" is not a job id; a job id is a whole number.', code: 'INVALID_JOB_ID' },
    }),
    ApiNotFoundResponse({
      type: ErrorBody,
      description: 'There is no such job.',
      example: { error: 'There is no job 128.', code: 'JOB_NOT_FOUND' },
    }),
  );
}
