import { DomainError } from '../../common/domain-error.js';
import type { Reject, RejectList } from '../csv/reject.js';

/** A file that was refused as a whole, because of rows in it or because it is none of ours. */
export class ImportRejectedError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'IMPORT_REJECTED';
  /** The first hundred, by line. */
  readonly rejects: readonly Reject[];
  readonly rejected: number;

  constructor(
    message: string,
    readonly rows: number,
    rejects: RejectList,
  ) {
    super(message);
    this.rejects = rejects.first;
    this.rejected = rejects.count;
  }

  static forRows(rows: number, rejects: RejectList): ImportRejectedError {
    const { line, reason } = rejects.first[0] ?? { line: 1, reason: '' };
    const message = `Nothing was loaded: ${rejects.count} of ${rows} rows cannot be; the first is line ${line}: ${reason}`;
    return new ImportRejectedError(message, rows, rejects);
  }

  static forFile(problem: Reject, rows: number, rejects: RejectList): ImportRejectedError {
    rejects.add(problem);
    const message = `Nothing was loaded: the file cannot be read at line ${problem.line}: ${problem.reason}`;
    return new ImportRejectedError(message, rows, rejects);
  }
}

export class NothingToKeepError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'NO_GOOD_ROWS';
  constructor(rows: number) {
    super(`None of the ${rows} rows can be loaded; deactivating all other stores is refused.`);
  }
}

export class ImportRunningError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'IMPORT_RUNNING';
  constructor() {
    super('An import of the Store Master is still running; try again when it has ended.');
  }
}

export class ImportTooSlowError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'IMPORT_TOO_SLOW';
  constructor(limitMinutes: number) {
    super(`The import was given up after ${limitMinutes} minutes; nothing was loaded.`);
  }
}
