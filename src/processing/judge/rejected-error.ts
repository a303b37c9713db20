import type { Judged, Seen } from '../../jobs/queue/outcome.js';
import { ImageError } from '../image-error.js';

/** The image could be opened, and a rule does not let it pass. Another try would find the same. */
export class RejectedError extends ImageError {
  constructor(
    code: string,
    reason: string,
    readonly seen: Seen,
    readonly judged: Judged,
  ) {
    super(code, reason);
  }
}
