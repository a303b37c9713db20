import { ApiGoneResponse } from '@nestjs/swagger';
import { ErrorBody } from '../../common/http/error-body.js';

/** What every way to a job's images answers once they are gone. */
export function DocumentImagesRemoved(): MethodDecorator {
  return ApiGoneResponse({
    type: ErrorBody,
    description: 'The images were removed, as they were older than they are kept (RETENTION_DAYS).',
    example: {
      error: 'The images of job 128 were removed on 2026-06-01, as they were older than they are kept.',
      code: 'JOB_IMAGES_REMOVED',
    },
  });
}
