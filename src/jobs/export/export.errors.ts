import { DomainError } from '../../common/domain-error.js';

/** Each export keeps a connection to the database for as long as somebody reads it. */
export class TooManyExportsError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly code = 'TOO_MANY_EXPORTS';
  override readonly retryAfterSeconds = 10;
  constructor(atOnce: number) {
    super(`${atOnce} exports are under way already; try again when one of them has ended.`);
  }
}

export class ExportTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'EXPORT_TOO_LARGE';
  constructor(seconds: number) {
    super(
      `The rows of this export could not be counted within ${seconds} seconds; ask for fewer of them, by "from" and "to" for example.`,
    );
  }
}

/** Nobody waits for the rest of an export any more; nobody is there to be told, and nothing is wrong. */
export class ExportAbandonedError extends Error {}
