/**
 * Whether another try can help: `never`, `charged` (it counts against
 * IMAGE_MAX_ATTEMPTS), or `throttled` (the host asked to come back later).
 */
export type Retry = 'never' | 'charged' | 'throttled';

/**
 * Why an image could not be measured. `code` is stable; `reason` continues the
 * sentence "The image <url> of store <id> ...".
 */
export class ImageError extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly retry: Retry = 'never',
    /** What the host asked to wait, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(reason);
  }
}

/** Anything thrown while an image was handled, as an error of that image. */
export function toImageError(thrown: unknown): ImageError {
  if (thrown instanceof ImageError) return thrown;
  return new ImageError('INTERNAL_ERROR', 'could not be measured because of a fault on our side.');
}
