import { applyDecorators } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiPayloadTooLargeResponse,
  ApiServiceUnavailableResponse,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import { ErrorBody } from '../../common/http/error-body.js';
import { SubmitJobRequest, SubmitJobResponse } from './submit-job.dto.js';

/** A whole submit that works: all its images are pictures the service ships. */
const SUBMIT_EXAMPLE = {
  count: 2,
  visits: [
    {
      store_id: 'RP00001',
      image_url: ['http://localhost:8081/samples/shelf-1.jpg', 'http://localhost:8081/samples/shelf-2.png'],
      visit_time: '2026-03-01T09:30:00Z',
    },
    {
      store_id: 'RP00002',
      image_url: ['http://localhost:8081/samples/shelf-3.webp', 'http://localhost:8081/samples/shelf-4.gif'],
      visit_time: '2026-03-01T10:15:00Z',
    },
  ],
};

/** All that a caller of the submit should know: more than the controller has room for. */
export function DocumentSubmit(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      description:
        'Makes it safe to send a submit again: for 7 days, the same key with the same content answers the same job ' +
        '(and `Idempotent-Replayed: true`) instead of a new one. 1 to 255 printable ASCII characters.',
    }),
    ApiBody({
      type: SubmitJobRequest,
      examples: {
        samples: { summary: 'Two stores, four sample pictures of the service', value: SUBMIT_EXAMPLE },
      },
    }),
    ApiCreatedResponse({
      type: SubmitJobResponse,
      description: 'The job is kept, whatever happens next.',
      headers: {
        'Idempotent-Replayed': {
          description: '`true` when the job is the one of an earlier submit with the same Idempotency-Key.',
          schema: { type: 'string', enum: ['true'] },
        },
      },
    }),
    ApiBadRequestResponse({
      type: ErrorBody,
      description: 'The body does not fit, or a store cannot be visited.',
      examples: {
        invalid: {
          summary: 'A field is missing or does not fit',
          value: { error: 'visits[0].visit_time is missing.', code: 'INVALID_INPUT' },
        },
        count: {
          summary: 'Another number of visits than announced',
          value: { error: '"count" is 3, but "visits" has 2 entries.', code: 'VISIT_COUNT_MISMATCH' },
        },
        store: {
          summary: 'A store nobody knows',
          value: { error: 'The store "RP99999" is not in the Store Master.', code: 'UNKNOWN_STORE' },
        },
      },
    }),
    ApiPayloadTooLargeResponse({
      type: ErrorBody,
      description: 'The body is larger than SUBMIT_MAX_BYTES.',
      example: {
        error: 'The request body is larger than 33554432 bytes (SUBMIT_MAX_BYTES).',
        code: 'BODY_TOO_LARGE',
      },
    }),
    ApiUnsupportedMediaTypeResponse({
      type: ErrorBody,
      description: 'The body is not JSON.',
      example: {
        error: 'The request body must be JSON; send it with "Content-Type: application/json".',
        code: 'UNSUPPORTED_MEDIA_TYPE',
      },
    }),
    ApiUnprocessableEntityResponse({
      type: ErrorBody,
      description: 'The Idempotency-Key belongs to other content.',
      example: {
        error: 'The Idempotency-Key "b1946ac9" was already used for a job with other content.',
        code: 'IDEMPOTENCY_KEY_REUSED',
      },
    }),
    ApiServiceUnavailableResponse({
      type: ErrorBody,
      description: 'The database is away; nothing was stored.',
    }),
  );
}
