import { DomainError } from '../../common/domain-error.js';

/** One set of area figures is made at a time, and a few may wait. */
export class TooManyFiguresError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly code = 'TOO_MANY_FIGURES';
  override readonly retryAfterSeconds = 5;
  constructor(waiting: number) {
    super(`Figures of ${waiting} other times are being waited for already; try again in a few seconds.`);
  }
}
