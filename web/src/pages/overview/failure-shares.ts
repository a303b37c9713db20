import { sharesOf } from '../../parts/code-shares.js';
import { percent } from '../../parts/text.js';

/** One row of the list of reasons: a code, or all that are not among the most frequent. */
export interface FailureShare {
  readonly name: string;
  /** Null for the rest. */
  readonly code: string | null;
  readonly codes: readonly string[];
  readonly images: number;
  /** Percent of all failed images. */
  readonly share: number;
}

/** As many colours as can be told apart. */
const MOST_CODES = 6;

/** The most frequent codes first, the rest together at the end. */
export function failureShares(codes: Readonly<Record<string, number>>): FailureShare[] {
  const sorted = sharesOf(codes);
  const rest = sorted.slice(MOST_CODES);
  const shares: FailureShare[] = sorted
    .slice(0, MOST_CODES)
    .map((one) => ({ ...one, name: one.code, codes: [one.code] }));
  if (rest.length === 0) return shares;
  const images = rest.reduce((sum, one) => sum + one.images, 0);
  const share = rest.reduce((sum, one) => sum + one.share, 0);
  const name = rest.length === 1 ? '1 other reason' : `${rest.length} other reasons`;
  return [...shares, { name, code: null, codes: rest.map(({ code }) => code), images, share }];
}

/** For those who cannot see the picture: `HTTP_404 61 %, TLS_FAILED 39 %`. */
export function sayShares(shares: readonly FailureShare[]): string {
  return shares.map(({ name, share }) => `${name} ${percent(share)}`).join(', ');
}
