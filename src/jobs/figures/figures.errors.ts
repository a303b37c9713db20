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

export class FiguresTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'FIGURES_TOO_LARGE';
  constructor() {
    super(
      `There are too many images in this time to sum them up; ask for a shorter time by "from" and "to".`,
    );
  }
}
