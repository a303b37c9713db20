import { DomainError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { MAX_TAGS } from './tag.js';

/** A store may have so many tags and no more. */
export class TooManyTagsError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'TOO_MANY_TAGS';
  constructor(storeId: string) {
    super(`The store ${quote(storeId)} would have more than ${MAX_TAGS} tags; nothing was changed.`);
  }
}

export class TagChangeTooLargeError extends DomainError {
  readonly kind = 'unprocessable';
  readonly code = 'TAG_CHANGE_TOO_LARGE';
  constructor(limit: number) {
    super(`More than ${limit} stores would change at once; narrow it down, by area for example.`);
  }
}

export class TagChangeNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'TAG_CHANGE_NOT_FOUND';
  constructor(id: string) {
    super(`There is no change of tags ${quote(id)}.`);
  }
}
