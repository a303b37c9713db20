import { HttpException, HttpStatus } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isDatabaseOutage } from '../database-errors.js';
import { DomainError, type ErrorKind } from '../domain-error.js';

/** Every error the API answers, whatever produced it. */
export class ErrorBody {
  /** One clear sentence. */
  @ApiProperty({ example: '"visits" must not be empty.' })
  readonly error!: string;

  /**
   * Stable, for programs.
   * @example "INVALID_INPUT"
   */
  readonly code!: string;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: HttpStatus.BAD_REQUEST,
  unauthenticated: HttpStatus.UNAUTHORIZED,
  forbidden: HttpStatus.FORBIDDEN,
  'not-found': HttpStatus.NOT_FOUND,
  conflict: HttpStatus.CONFLICT,
  gone: HttpStatus.GONE,
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
  misdirected: HttpStatus.MISDIRECTED,
  'url-too-long': HttpStatus.URI_TOO_LONG,
  'unsupported-type': HttpStatus.UNSUPPORTED_MEDIA_TYPE,
  unprocessable: HttpStatus.UNPROCESSABLE_ENTITY,
  'too-many-requests': HttpStatus.TOO_MANY_REQUESTS,
  'headers-too-large': 431,
  unavailable: HttpStatus.SERVICE_UNAVAILABLE,
};

/** What Express and its static files throw: an error with a status. */
interface HttpError {
  readonly status: number;
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
    if (thrown.message.startsWith('Failed to decode param')) {
      return answer(status, 'The path of the URL is not valid UTF-8.', 'BAD_REQUEST');
    }
    return answer(status, thrown.message, HttpStatus[status] ?? 'ERROR');
  }
  if (isDatabaseOutage(thrown)) {
    return answer(
      503,
      'The database cannot be reached right now; try again shortly.',
      'DATABASE_UNAVAILABLE',
    );
  }
  if (isHttpError(thrown)) return answer(thrown.status, 'The request cannot be read.', 'BAD_REQUEST');
  return answer(500, 'Something went wrong on our side; the log says what.', 'INTERNAL_ERROR');
}

function answer(status: number, error: string, code: string): { status: number; body: ErrorBody } {
  return { status, body: { error, code } };
}

function isHttpError(thrown: unknown): thrown is HttpError {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return false;
  return typeof thrown.status === 'number' && thrown.status >= 400 && thrown.status < 500;
}
