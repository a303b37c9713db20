/**
 * Something the person at the terminal can mend. Its message is shown alone,
 * without a stack, so it has to say what is wrong and what helps.
 */
export class UserError extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The end of a child that has already said on the terminal why: only its exit code is handed on. */
export class AlreadyReported extends UserError {
  /** @param {number} exitCode */
  constructor(exitCode) {
    super('', exitCode);
  }
}

/** A signal asked for the end; no failure. */
export class Stopped extends Error {
  constructor() {
    super('Stopped by a signal.');
  }
}
