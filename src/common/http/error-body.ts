import { HttpException, HttpStatus } from '@nestjs/common';
import { isDatabaseOutage } from '../database-errors.js';
import { DomainError, type ErrorKind } from '../domain-error.js';

/** Every error the API answers, whatever produced it. */
export class ErrorBody {
  /**
   * One clear sentence.
   * @example "\"visits\" must not be empty."
   */
  readonly error!: string;

  /**
   * Stable, for programs.
   * @example "INVALID_INPUT"
   */
  readonly code!: string;
}

const STATUS: Record<ErrorKind, HttpStatus> = {
  invalid: HttpStatus.BAD_REQUEST,
  unauthenticated: HttpStatus.UNAUTHORIZED,
  forbidden: HttpStatus.FORBIDDEN,
  'not-found': HttpStatus.NOT_FOUND,
  conflict: HttpStatus.CONFLICT,
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
  misdirected: HttpStatus.MISDIRECTED,
  unprocessable: HttpStatus.UNPROCESSABLE_ENTITY,
  unavailable: HttpStatus.SERVICE_UNAVAILABLE,
};

/** What body-parser and Express throw: an error with a status and a type. */
interface HttpError {
  readonly status: number;
  readonly type?: string;
  readonly limit?: number;
}

/**
 * Translates anything thrown into an answer.
 *
 * @returns the status and body; 500 and a sentence without details for what nobody foresaw
 */
export function toErrorAnswer(thrown: unknown): { status: number; body: ErrorBody } {
  if (thrown instanceof DomainError) {
    return answer(STATUS[thrown.kind], thrown.message, thrown.code);
  }
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    return answer(status, thrown.message, HttpStatus[status] ?? 'ERROR');
  }
  if (isDatabaseOutage(thrown)) {
    return answer(
      503,
      'The database cannot be reached right now; try again shortly.',
      'DATABASE_UNAVAILABLE',
    );
  }
  if (isHttpError(thrown)) return fromHttpError(thrown);
  return answer(500, 'Something went wrong on our side; the log says what.', 'INTERNAL_ERROR');
}

function answer(status: number, error: string, code: string): { status: number; body: ErrorBody } {
  return { status, body: { error, code } };
}

function isHttpError(thrown: unknown): thrown is HttpError {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return false;
  return typeof thrown.status === 'number' && thrown.status >= 400 && thrown.status < 500;
}

function fromHttpError({ status, type, limit }: HttpError): { status: number; body: ErrorBody } {
  switch (type) {
    case 'entity.parse.failed':
      return answer(400, 'The request body is not valid JSON.', 'MALFORMED_JSON');
    case 'entity.too.large':
      return answer(
        413,
        `The request body is larger than ${limit} bytes (SUBMIT_MAX_BYTES).`,
        'BODY_TOO_LARGE',
      );
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return answer(415, 'The request body must be UTF-8 JSON, plain or gzip.', 'UNSUPPORTED_MEDIA_TYPE');
    case 'request.aborted':
    case 'request.size.invalid':
      return answer(400, 'The request body did not arrive whole.', 'BODY_INCOMPLETE');
    default:
      return answer(status, 'The request cannot be read.', 'BAD_REQUEST');
  }
}
