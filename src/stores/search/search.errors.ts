import { DomainError } from '../../common/domain-error.js';

export class SearchTooSlowError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'SEARCH_TOO_SLOW';
  constructor() {
    super('The search took too long; ask again, with a word that fewer stores have.');
  }
}
