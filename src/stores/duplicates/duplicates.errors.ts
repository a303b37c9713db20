import { DomainError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';

export class DecisionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'DECISION_NOT_FOUND';
  constructor(id: string) {
    super(`There is no decision ${quote(id)}.`);
  }
}

export class StoresOfManyAreasError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STORES_OF_MANY_AREAS';
  constructor() {
    super('Duplicates are looked for within an area, and these stores are of several.');
  }
}
