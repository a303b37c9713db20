import { directUsers, expandedSize, findCircle, nestingOf, type Graph } from './group-graph.js';

/** Groups by their names, each with those it uses. */
function graphOf(uses: Record<string, string[]>): Graph {
  const nodes = Object.entries(uses).map(([name, others]) => ({
    id: name,
    name,
    rule: others.length === 0 ? null : { any: others.map((group) => ({ group })) },
  }));
  return new Map(nodes.map((node) => [node.id, node]));
}

describe('Groups that use each other', () => {
  it('are told in their circle', () => {
    expect(findCircle('A', graphOf({ A: ['B', 'C'], B: [], C: ['D'], D: ['A'] }))).toEqual([
      'A',
      'C',
      'D',
      'A',
    ]);
    expect(findCircle('A', graphOf({ A: ['A'] }))).toEqual(['A', 'A']);
  });

  it('make no circle by meeting in one', () => {
    expect(findCircle('A', graphOf({ A: ['B', 'C'], B: ['D'], C: ['D'], D: [] }))).toBeUndefined();
  });

  it('are not looked for without end where others go round', () => {
    expect(findCircle('A', graphOf({ A: ['B'], B: ['C'], C: ['B'] }))).toBeUndefined();
  });

  it('count wherever they are named', () => {
    const doubling = graphOf({ A: ['B', 'B'], B: ['C', 'C'], C: ['D', 'D'], D: [] });
    expect(expandedSize('A', doubling)).toBe(8);
    expect(nestingOf('A', doubling)).toBe(4);
  });

  it('know who uses them', () => {
    const graph = graphOf({ A: ['C'], B: ['A'], C: [] });
    expect(directUsers('C', graph).map(({ name }) => name)).toEqual(['A']);
  });
});
