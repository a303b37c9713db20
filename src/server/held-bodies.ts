import type { IncomingMessage } from 'node:http';
import { DomainError, InvalidInputError } from '../common/domain-error.js';

/** Bodies up to this size are always taken; thousands of them fit into what one large body may have. */
const FREE_BYTES = 65_536;

class TooManyBodiesError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly code = 'TOO_MANY_LARGE_BODIES';
  override readonly retryAfterSeconds = 1;
  constructor() {
    super('The service is reading as many large bodies as it can; send this one again in a moment.');
  }
}

/**
 * What large bodies may take of the memory, all together. A kilobyte of gzip
 * becomes a megabyte, so a limit per body alone is none.
 */
export class HeldBodies {
  private readonly bytesOf = new Map<IncomingMessage, number>();
  private readonly released = new WeakSet<IncomingMessage>();
  private total = 0;

  constructor(private readonly maxBytes: number) {}

  /**
   * Notes how long a body has become; it counts until its request is answered.
   *
   * @throws TooManyBodiesError
   * @throws InvalidInputError when nobody waits for the answer any more: what is noted now, nobody would take back
   */
  grow(request: IncomingMessage, bytes: number): void {
    if (bytes <= FREE_BYTES) return;
    if (this.released.has(request)) {
      throw new InvalidInputError('The connection was closed before the body was read.', 'BODY_INCOMPLETE');
    }
    const before = this.bytesOf.get(request) ?? 0;
    if (this.total + bytes - before > this.maxBytes) throw new TooManyBodiesError();
    this.bytesOf.set(request, bytes);
    this.total += bytes - before;
  }

  /** Forgets the body of a request that is answered, or will never be; for good. */
  release(request: IncomingMessage): void {
    this.released.add(request);
    this.total -= this.bytesOf.get(request) ?? 0;
    this.bytesOf.delete(request);
  }
}
