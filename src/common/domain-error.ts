/** What went wrong, in words the HTTP layer can turn into a status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'misdirected'
  | 'unprocessable'
  | 'url-too-long'
  | 'unsupported-type'
  | 'too-many-requests'
  | 'headers-too-large'
  | 'unavailable';

/**
 * A failure the caller can understand and act on: one sentence for people, a
 * stable code for programs. Anything else that is thrown counts as our fault.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;
  /** When it is worth another try, where somebody knows. */
  readonly retryAfterSeconds?: number;
}

/** Input that does not fit, where no more specific error exists. */
export class InvalidInputError extends DomainError {
  readonly kind = 'invalid';
  constructor(
    message: string,
    readonly code = 'INVALID_INPUT',
  ) {
    super(message);
  }
}
