import { DomainError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';

/** Some store ids of a submission, e.g. those that nobody knows. */
export interface SomeIds {
  /** How many different ids there are. */
  readonly count: number;
  /** The first ten of them, in the order they were given. */
  readonly first: readonly string[];
}

export class UnknownStoresError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'UNKNOWN_STORE';
  constructor({ count, first }: SomeIds) {
    super(
      count === 1
        ? `The store ${quote(first[0])} is not in the Store Master.`
        : `${count} stores are not in the Store Master: ${list({ count, first })}.`,
    );
  }
}

export class StoreInactiveError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STORE_INACTIVE';
  constructor({ count, first }: SomeIds) {
    super(
      count === 1
        ? `The store ${quote(first[0])} is no longer active.`
        : `${count} stores are no longer active: ${list({ count, first })}.`,
    );
  }
}

export class StoreNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'STORE_NOT_FOUND';
  constructor(id: string) {
    super(`There is no store ${quote(id)} in the Store Master.`);
  }
}

export class ImportNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'IMPORT_NOT_FOUND';
  constructor(id: string) {
    super(`There is no import ${quote(id)}.`);
  }
}

function list({ count, first }: SomeIds): string {
  const named = first.map(quote).join(', ');
  return count > first.length ? `${named} and ${count - first.length} more` : named;
}
