import type { LikelyPair } from './likely-same.js';

export const VERDICTS = ['same', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What somebody decided about some stores: about every two of them. */
export interface Decision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly storeIds: readonly string[];
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** Stores that are likely, or certainly, one shop. */
export interface Cluster {
  readonly storeIds: readonly string[];
  /** Of its surest pair, 0 to 1. */
  readonly confidence: number;
  /** Of its pairs, the surest first. */
  readonly reasons: readonly string[];
  /** The decision that says they all are the same; undefined while one is missing. */
  readonly decision?: Decision;
}

/** Clusters become one when so many of the pairs between them are likely; not because of one store between two others. */
const LEAST_LINKED = 0.5;
/** Reasons that are told; one more says nothing new. */
const MAX_REASONS = 5;

/**
 * Puts pairs together. What was decided comes first, and two stores that are different ones never meet in a cluster,
 * neither by a pair of their own nor through a third store.
 *
 * @param decisions from the oldest to the newest, which counts
 */
export function clustersOf(pairs: readonly LikelyPair[], decisions: readonly Decision[]): Cluster[] {
  const decided = decidedPairs(decisions);
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string) => groups.get(id) ?? new Set([id]);
  const likely = new Set(pairs.map(({ storeA, storeB }) => keyOf(storeA, storeB)));
  const join = (a: string, b: string, isDecided: boolean) => {
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other) return;
    const across = [...one].flatMap((x) => [...other].map((y) => keyOf(x, y)));
    if (across.some((key) => decided.get(key)?.verdict === 'different')) return;
    if (!isDecided && across.filter((key) => likely.has(key)).length < across.length * LEAST_LINKED) return;
    const both = new Set([...one, ...other]);
    for (const id of both) groups.set(id, both);
  };
  for (const { verdict, storeA, storeB } of decided.values())
    if (verdict === 'same') join(storeA, storeB, true);
  const open = pairs.filter(
    ({ storeA, storeB }) => decided.get(keyOf(storeA, storeB))?.verdict !== 'different',
  );
  for (const { storeA, storeB } of open.toSorted(bySureness)) join(storeA, storeB, false);
  return [...new Set(groups.values())].map((ids) => clusterOf(ids, open, decisions)).sort(byClusterSureness);
}

function clusterOf(
  ids: ReadonlySet<string>,
  pairs: readonly LikelyPair[],
  decisions: readonly Decision[],
): Cluster {
  const inside = pairs
    .filter(({ storeA, storeB }) => ids.has(storeA) && ids.has(storeB))
    .toSorted(bySureness);
  const decision = decisions.findLast(
    ({ verdict, storeIds }) => verdict === 'same' && [...ids].every((id) => storeIds.includes(id)),
  );
  return {
    storeIds: [...ids].sort(),
    confidence: decision ? 1 : (inside[0]?.confidence ?? 1),
    reasons: [...new Set(inside.map(({ reason }) => reason))].slice(0, MAX_REASONS),
    ...(decision && { decision }),
  };
}

interface DecidedPair {
  readonly storeA: string;
  readonly storeB: string;
  readonly verdict: Verdict;
}

function decidedPairs(decisions: readonly Decision[]): Map<string, DecidedPair> {
  const decided = new Map<string, DecidedPair>();
  for (const { verdict, storeIds } of decisions)
    storeIds.forEach((storeA, i) => {
      for (const storeB of storeIds.slice(i + 1))
        decided.set(keyOf(storeA, storeB), { storeA, storeB, verdict });
    });
  return decided;
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function bySureness(a: LikelyPair, b: LikelyPair): number {
  return b.confidence - a.confidence || (a.storeA + a.storeB < b.storeA + b.storeB ? -1 : 1);
}

function byClusterSureness(a: Cluster, b: Cluster): number {
  return b.confidence - a.confidence || ((a.storeIds[0] ?? '') < (b.storeIds[0] ?? '') ? -1 : 1);
}
