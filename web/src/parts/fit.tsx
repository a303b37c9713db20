import { ToneBadge, type Tone } from './state-badge.js';

/** A score as people say it; from 0.8 on, a store is probably the one that is meant. */
const FITS: readonly (readonly [from: number, tone: Tone, word: string])[] = [
  [0.995, 'good', 'Same name'],
  [0.8, 'good', 'Probably it'],
  [0.6, 'busy', 'Much alike'],
  [0, 'off', 'A bit alike'],
];

/** How well a store fits what was asked for, in two words. */
export function Fit({ score }: { readonly score: number }) {
  const [, tone, word] = FITS.find(([from]) => score >= from) ?? [0, 'off' as const, 'A bit alike'];
  return <ToneBadge tone={tone}>{word}</ToneBadge>;
}
