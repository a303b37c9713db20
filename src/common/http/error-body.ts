import { HttpException, HttpStatus } from '@nestjs/common';
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
  'not-found': HttpStatus.NOT_FOUND,
  conflict: HttpStatus.CONFLICT,
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
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

const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300',
  '3D000',
]);
const OUTAGE_TEXT =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|connection timeout|query read timeout/i;

/**
 * Whether Postgres was away, as opposed to having refused the statement:
 * a network error, SQLSTATE class 08 (connection) or 57P (shutdown), 53300 (too
 * many connections), 3D000 (no such database), or the pool giving up.
 */
export function isDatabaseOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, driverError } = thrown as Error & { code?: unknown; driverError?: unknown };
  if (driverError !== undefined && driverError !== thrown) return isDatabaseOutage(driverError);
  if (typeof code === 'string' && (OUTAGE_CODES.has(code) || /^(08|57P)/.test(code))) return true;
  return OUTAGE_TEXT.test(thrown.message);
}
