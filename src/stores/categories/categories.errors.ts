import { DomainError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import type { RuleProblem } from './rules/rule-csv.js';

export class RulesRefusedError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'RULES_REFUSED';
  /** @param problems the first hundred, by line; at least one */
  constructor(readonly problems: readonly RuleProblem[]) {
    const { line, reason } = problems[0] ?? { line: 1, reason: '' };
    super(
      `Nothing was changed: ${problems.length} of the lines cannot be rules; the first is line ${line}: ${reason}`,
    );
  }
}

export class RulesMovedOnError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'RULES_MOVED_ON';
  constructor(based: string, current: string) {
    super(
      `The change is based on version ${quote(based)} of the rules, but version ${current} is in force by now.`,
    );
  }
}

export class RuleVersionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'RULE_VERSION_NOT_FOUND';
  constructor(id: string) {
    super(`There is no version ${quote(id)} of the rules for categories.`);
  }
}
