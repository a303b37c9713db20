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

/** Stores that are likely one shop. */
export interface Cluster {
  readonly storeIds: readonly string[];
  /** Of its surest pair, 0 to 1. */
  readonly confidence: number;
  /** Of its pairs, the surest first. */
  readonly reasons: readonly string[];
}

/** Clusters become one when so many of the pairs between them are likely; not because of one store between two others. */
const LEAST_LINKED = 0.5;
/** Reasons that are told; one more says nothing new. */
const MAX_REASONS = 5;

/**
 * Puts pairs together that nobody has decided about, the surest first. What was decided comes first: stores that are the
 * same are one from the start, and two that are different ones never meet in a cluster, neither by a pair of their own
 * nor through a third store.
 *
 * @param decisions from the oldest to the newest, which counts
 */
export function openClusters(pairs: readonly LikelyPair[], decisions: readonly Decision[]): Cluster[] {
  const newestFirst = decisions.toReversed();
  const decided = new Decided(newestFirst);
  const groups = new Groups();
  for (const { verdict, storeIds } of newestFirst) {
    if (verdict === 'different') continue;
    const join = (a: string, b: string) => groups.join(a, b, (some, others) => !decided.differ(some, others));
    storeIds.forEach((b, i) => storeIds.slice(0, i).some((a) => join(a, b)));
  }
  const open = pairs
    .filter(({ storeA, storeB }) => decided.verdictOf(storeA, storeB) !== 'different')
    .filter(({ storeA, storeB }) => groups.of(storeA) !== groups.of(storeB))
    .sort(bySureness);
  const likely = new Map<string, string[]>();
  for (const { storeA, storeB } of pairs) {
    put(likely, storeA, storeB);
    put(likely, storeB, storeA);
  }
  const linked = (some: Group, others: Group) =>
    [...some].reduce(
      (links, id) => links + (likely.get(id) ?? []).filter((other) => others.has(other)).length,
      0,
    );
  const mayMeet = (some: Group, others: Group) =>
    linked(some, others) >= some.size * others.size * LEAST_LINKED && !decided.differ(some, others);
  for (const { storeA, storeB } of open) groups.join(storeA, storeB, mayMeet);
  const inside = new Map<Group, LikelyPair[]>();
  for (const pair of open) {
    const group = groups.of(pair.storeA);
    if (group === groups.of(pair.storeB)) put(inside, group, pair);
  }
  return [...inside].map(([ids, some]) => clusterOf(ids, some)).sort(byClusterSureness);
}

type Group = ReadonlySet<string>;

/** Stores that were put together; at first each is alone. */
class Groups {
  private readonly groups = new Map<string, Set<string>>();

  of(id: string): Set<string> {
    const group = this.groups.get(id) ?? new Set([id]);
    this.groups.set(id, group);
    return group;
  }

  /** Makes two groups one, if they may. @param mayMeet asked with the smaller one first @returns whether they are one now */
  join(a: string, b: string, mayMeet: (some: Group, others: Group) => boolean): boolean {
    const [some, others] = [this.of(a), this.of(b)].sort((one, other) => one.size - other.size);
    if (!some || !others || some === others) return true;
    if (!mayMeet(some, others)) return false;
    for (const id of some) {
      others.add(id);
      this.groups.set(id, others);
    }
    return true;
  }
}

/** What was decided, by store. */
class Decided {
  private readonly about = new Map<string, Decision[]>();
  private readonly different = new Map<string, Decision[]>();

  constructor(newestFirst: readonly Decision[]) {
    for (const decision of newestFirst) {
      for (const id of decision.storeIds) {
        put(this.about, id, decision);
        if (decision.verdict === 'different') put(this.different, id, decision);
      }
    }
  }

  /** What was decided last about two stores. */
  verdictOf(a: string, b: string): Verdict | undefined {
    return this.about.get(a)?.find(({ storeIds }) => storeIds.includes(b))?.verdict;
  }

  /** Whether a store of these and one of the others are different ones. */
  differ(some: Group, others: Group): boolean {
    return [...some].some((a) =>
      this.different
        .get(a)
        ?.some(({ storeIds }) => storeIds.some((b) => others.has(b) && this.verdictOf(a, b) === 'different')),
    );
  }
}

/** @param pairs of these stores, the surest first */
function clusterOf(ids: Group, pairs: readonly LikelyPair[]): Cluster {
  return {
    storeIds: [...ids].sort(),
    confidence: pairs[0]?.confidence ?? 0,
    reasons: [...new Set(pairs.map(({ reason }) => reason))].slice(0, MAX_REASONS),
  };
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function bySureness(a: LikelyPair, b: LikelyPair): number {
  return b.confidence - a.confidence || inOrder(a.storeA, b.storeA) || inOrder(a.storeB, b.storeB);
}

function byClusterSureness(a: Cluster, b: Cluster): number {
  return b.confidence - a.confidence || inOrder(firstOf(a), firstOf(b));
}

/** No two clusters have the same. */
export function firstOf({ storeIds }: Cluster): string {
  return storeIds[0] ?? '';
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
