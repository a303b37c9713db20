import { InvalidInputError } from '../../common/domain-error.js';

/** Printable ASCII, as header values are. */
const USABLE = /^[\x20-\x7e]{1,255}$/;

/** Checks an `Idempotency-Key` header; undefined when the caller sent none. */
export function parseIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!USABLE.test(header)) {
    throw new InvalidInputError(
      'The Idempotency-Key header must have 1 to 255 printable ASCII characters.',
      'INVALID_IDEMPOTENCY_KEY',
    );
  }
  return header;
}
