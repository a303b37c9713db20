import { DomainError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';
import type { Scope } from './scope.js';

export class KeyMissingError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'API_KEY_MISSING';
  constructor() {
    super(
      'This needs an API key: send it as "Authorization: Bearer <key>" or "X-API-Key: <key>", or sign in at /.',
    );
  }
}

/** The key itself is not repeated: it may be a good one with a letter too many. */
export class KeyRefusedError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'API_KEY_INVALID';
  constructor() {
    super('This API key is not known here, or it was revoked.');
  }
}

export class ScopeMissingError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'SCOPE_MISSING';
  constructor(scope: Scope, keyName: string) {
    super(`This needs the scope "${scope}", which the API key ${quote(keyName)} does not have.`);
  }
}

/** A route that says neither what it needs nor that it is public; a mistake of ours, so it stays shut. */
export class ClosedRouteError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'CLOSED';
  constructor() {
    super('Nobody may use this.');
  }
}

export class ForeignHostError extends DomainError {
  readonly kind = 'misdirected';
  readonly code = 'HOST_NOT_LOCAL';
  constructor(host: string | undefined) {
    super(
      `While it is open to everybody, this service answers only to names of this machine such as localhost, ` +
        `not to ${host === undefined ? 'a request without a Host' : quote(host)}; AUTH=on serves it under any name.`,
    );
  }
}

export class ForeignOriginError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'ORIGIN_REFUSED';
  constructor(origin: string | undefined) {
    super(
      origin === undefined
        ? 'A change with a session needs an Origin header that names this service.'
        : `Pages of ${quote(origin)} may not do this here; other origins may only GET, and POST /api/submit.`,
    );
  }
}

export class KeyNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'KEY_NOT_FOUND';
  constructor(id: string) {
    super(`There is no API key with the id ${quote(id)}.`);
  }
}

export class LastAdminKeyError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'LAST_ADMIN_KEY';
  constructor() {
    super(
      'This is the last key with the scope "admin"; make another one first, or revoke it on the command line.',
    );
  }
}

export class SignInTooLargeError extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'BODY_TOO_LARGE';
  constructor(limit: number) {
    super(`The body of a sign-in has at most ${limit} bytes, and its Content-Length says how many.`);
  }
}
