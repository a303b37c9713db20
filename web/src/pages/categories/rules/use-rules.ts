import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';
import type { Schema } from '../../../api/client.js';
import type { Rule } from './draft.js';

/** Rules somebody wants to try: edited here, or a file. */
export type Candidate = { readonly rules: readonly Rule[] } | { readonly csv: string };

/** Rules that cannot be, with the lines and why. */
export class RulesRefused extends Error {
  constructor(readonly refused: Schema<'CategoryRulesRefusedDto'>) {
    super(refused.error);
  }
}

export function useRules() {
  return useQuery({
    queryKey: ['categories', 'rules'],
    queryFn: ({ signal }) => content(api.GET('/api/categories/rules', { signal })),
    // Whoever edits them goes on with what was there when they began; the service tells when that is old.
    staleTime: Infinity,
  });
}

/** @throws RulesRefused, ApiError */
export async function previewRules(candidate: Candidate, signal: AbortSignal) {
  return refusedOr(api.POST('/api/categories/rules/preview', { body: bodyOf(candidate), signal }));
}

/** @throws RulesRefused, ApiError */
export async function applyRules(candidate: Candidate, comment: string, basedOn: string) {
  const body = { ...bodyOf(candidate), comment, based_on: basedOn };
  return refusedOr(api.PUT('/api/categories/rules', { body }));
}

function bodyOf(candidate: Candidate) {
  return 'csv' in candidate ? { csv: candidate.csv } : { rules: [...candidate.rules] };
}

async function refusedOr<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const answer = await call;
  const { error } = answer;
  if (typeof error === 'object' && error !== null && 'problems' in error) {
    throw new RulesRefused(error as Schema<'CategoryRulesRefusedDto'>);
  }
  return content(Promise.resolve(answer));
}
