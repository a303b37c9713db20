import { DomainError } from '../../common/domain-error.js';

export class StoreListTooLongError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'STORE_LIST_TOO_LONG';
  constructor(limit: number) {
    super(`The list names more than ${limit} stores.`);
  }
}
