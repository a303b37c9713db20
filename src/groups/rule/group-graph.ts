import { groupsOf, leavesOf, type Rule } from './rule.js';

/** A group as others see it that name it. */
export interface GroupNode {
  readonly id: string;
  readonly name: string;
  /** Null for a list. */
  readonly rule: Rule | null;
}

/** Conditions of a group with all it names; more would make a statement nobody waits for. */
export const MAX_EXPANDED = 500;

/** Groups that name one another in a row. */
export const MAX_NESTED = 10;

export type Graph = ReadonlyMap<string, GroupNode>;

/**
 * A circle of groups that name each other, beginning and ending with the one that was asked for.
 *
 * @returns their names, or undefined when there is none
 */
export function findCircle(id: string, graph: Graph): string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string): string[] | undefined => {
    const node = graph.get(at);
    if (!node || seen.has(at)) return undefined;
    seen.add(at);
    for (const next of usesOf(node)) {
      const rest = next === id ? [graph.get(id)?.name ?? ''] : search(next);
      if (rest) return [node.name, ...rest];
    }
    return undefined;
  };
  return search(id);
}

/** Conditions of a group, with those of the groups it names wherever they are named; for a graph without circles. */
export function expandedSize(id: string, graph: Graph, known = new Map<string, number>()): number {
  const rule = graph.get(id)?.rule;
  if (!rule) return 1;
  const size =
    known.get(id) ??
    leavesOf(rule).reduce(
      (sum, leaf) => sum + ('group' in leaf ? expandedSize(leaf.group, graph, known) : 1),
      0,
    );
  known.set(id, size);
  return size;
}

/** How many groups stand one in another, itself included; for a graph without circles. */
export function nestingOf(id: string, graph: Graph, known = new Map<string, number>()): number {
  const node = graph.get(id);
  if (!node) return 0;
  const inner = known.get(id) ?? Math.max(0, ...usesOf(node).map((used) => nestingOf(used, graph, known)));
  known.set(id, inner);
  return 1 + inner;
}

/** Groups that name this one in their rules. */
export function directUsers(id: string, graph: Graph): GroupNode[] {
  return [...graph.values()].filter((node) => usesOf(node).includes(id));
}

function usesOf({ rule }: GroupNode): string[] {
  return rule ? groupsOf(rule) : [];
}
