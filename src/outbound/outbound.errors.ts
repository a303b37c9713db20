/** One error for every refused address, so that nobody can tell an open port from a closed one. */
export class AddressNotAllowedError extends Error {
  readonly code = 'ADDRESS_NOT_ALLOWED';
  constructor() {
    super('The address is not open to the public.');
  }
}

/** A server sent interim answers (status 1xx) without end. */
export class EndlessInterimAnswersError extends Error {
  readonly code = 'BAD_HTTP_ANSWER';
  constructor(readonly limit: number) {
    super(`The server sent more than ${limit} answers before the real one.`);
  }
}

/** A server changed to another protocol, which nobody asked for. */
export class UpgradeRefusedError extends Error {
  readonly code = 'BAD_HTTP_ANSWER';
  constructor(readonly status: number) {
    super(`The server answered ${status}.`);
  }
}
