import { ApiError } from '../../api/api-error.js';

/** A field that the API found wrong, with its sentence. */
export interface Misfit {
  /** As the API calls it; null when the sentence names none of those that were asked about. */
  readonly field: string | null;
  readonly sentence: string;
}

/**
 * Where a sentence of the API belongs: those about a value begin with its name, as in `"name" must be ..`.
 *
 * @param fields the names there is a place for
 */
export function misfitOf(error: unknown, fields: readonly string[]): Misfit | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, named] = /^"(\w+)"/.exec(error.message) ?? [];
  const isInput = error instanceof ApiError && error.status === 400;
  const field = isInput ? fields.find((one) => one === named) : undefined;
  return { field: field ?? null, sentence: error.message };
}
