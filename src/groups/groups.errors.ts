import { DomainError } from '../common/domain-error.js';
import { quote } from '../common/quote.js';

/** Of a path it is not found; a filter or a rule that names it is invalid. */
export class GroupNotFoundError extends DomainError {
  readonly code = 'GROUP_NOT_FOUND';
  constructor(
    id: string,
    readonly kind: 'not-found' | 'invalid' = 'not-found',
  ) {
    super(`There is no group ${quote(id)}.`);
  }
}

export class GroupVersionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'GROUP_VERSION_NOT_FOUND';
  constructor(id: string, version: number) {
    super(`Group ${id} has no version ${version}; the newest 100 are kept.`);
  }
}

export class GroupNameTakenError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_NAME_TAKEN';
  constructor(name: string) {
    super(`There is a group ${quote(name)} already.`);
  }
}

export class GroupCircleError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_CIRCLE';
  /** @param names from the group to itself */
  constructor(names: readonly string[]) {
    super(`Groups must not contain themselves: ${names.map(quote).join(' uses ')}.`);
  }
}

export class GroupInUseError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_IN_USE';
  constructor(name: string, users: readonly string[]) {
    super(`The group ${quote(name)} is used by ${users.map(quote).join(', ')}; change these first.`);
  }
}

export class GroupChangedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_CHANGED';
  constructor(name: string, version: number, by: string) {
    super(`The group ${quote(name)} was changed meanwhile: version ${version} is by ${quote(by)}.`);
  }
}

export class GroupTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'GROUP_TOO_LARGE';
  constructor(name: string, what: string) {
    super(`The group ${quote(name)} would have ${what}.`);
  }
}

/** Finding its stores takes longer than anybody waits. */
export class GroupTooSlowError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'GROUP_TOO_SLOW';
  constructor() {
    super('It takes longer than 10 s to find the stores of this group; make its rule simpler.');
  }
}

export class TooManyGroupsError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'TOO_MANY_GROUPS';
  constructor(limit: number) {
    super(`There are ${limit} groups, and no more are possible; delete one first.`);
  }
}

/** Stores cannot be put on the list of a group that has a rule. */
export class GroupHasRuleError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_HAS_RULE';
  constructor(name: string) {
    super(`The stores of the group ${quote(name)} follow from its rule; only a list takes stores.`);
  }
}

export class GroupNotDeletedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'GROUP_NOT_DELETED';
  constructor(name: string) {
    super(`The group ${quote(name)} is not deleted; name the version to go back to.`);
  }
}
