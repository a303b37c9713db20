/** The API refused: what it said. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** Stable, for programs. */
    readonly code: string,
    /** One sentence, for people. */
    sentence: string,
    /** How long the service asks to wait before the next try, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(sentence);
  }
}

/** Every error of the API has this shape. */
export function isErrorBody(value: unknown): value is { error: string; code: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { error, code } = value as Record<string, unknown>;
  return typeof error === 'string' && typeof code === 'string';
}
