import { DomainError } from '../../common/domain-error.js';

export class TooManyStreamsError extends DomainError {
  readonly kind = 'too-many-requests';
  readonly code = 'TOO_MANY_STREAMS';
  override readonly retryAfterSeconds = 10;
  constructor(limit: number) {
    super(`You have ${limit} live streams open already, and no more are possible (LIVE_STREAMS_PER_CALLER).`);
  }
}

export class StreamsFullError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'STREAMS_FULL';
  override readonly retryAfterSeconds = 10;
  constructor(limit: number) {
    super(`All ${limit} live streams of this process are taken (LIVE_STREAMS_MAX); try again in a moment.`);
  }
}

export class StoppingError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'STOPPING';
  override readonly retryAfterSeconds = 1;
  constructor() {
    super('This process is about to stop; connect again.');
  }
}
