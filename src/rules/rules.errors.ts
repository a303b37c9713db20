import { DomainError } from '../common/domain-error.js';

/** Somebody else saved rules meanwhile; what was sent would undo that unseen. */
export class RulesChangedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'RULES_CHANGED';
  constructor(basedOn: number, newest: number) {
    super(
      `The rules were changed meanwhile: version ${newest} is in force, not ${basedOn}. Look at it, and save again.`,
    );
  }
}

export class RuleVersionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'RULE_VERSION_NOT_FOUND';
  constructor(version: number) {
    super(`There is no version ${version} of the rules.`);
  }
}
