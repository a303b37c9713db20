import { clustersOf, type Decision, type Verdict } from './clusters.js';

const pair = (storeA: string, storeB: string, confidence = 0.9) => ({
  storeA,
  storeB,
  confidence,
  reason: `${storeA} is ${storeB}.`,
});
let nextId = 1;
const decision = (verdict: Verdict, ...storeIds: string[]): Decision => ({
  id: String(nextId++),
  verdict,
  storeIds,
  decidedBy: 'me',
  decidedAt: new Date(0),
});
const idsOf = (...[pairs, decisions = []]: [Parameters<typeof clustersOf>[0], Decision[]?]) =>
  clustersOf(pairs, decisions).map(({ storeIds }) => storeIds.join(' '));

describe('Clusters', () => {
  it('hold what is likely the same, the surest first', () => {
    const clusters = clustersOf([pair('C', 'D', 0.6), pair('A', 'B', 0.7)], []);
    expect(clusters).toEqual([
      { storeIds: ['A', 'B'], confidence: 0.7, reasons: ['A is B.'] },
      { storeIds: ['C', 'D'], confidence: 0.6, reasons: ['C is D.'] },
    ]);
  });

  it('do not become one because of one store between two others', () => {
    const chain = [pair('A', 'B'), pair('A', 'C'), pair('B', 'C'), pair('C', 'D', 0.6), pair('D', 'E', 0.7)];
    expect(idsOf(chain)).toEqual(['A B C', 'D E']);
  });

  it('never hold two different stores, nor through a third', () => {
    const all = [pair('A', 'B'), pair('A', 'C', 0.8), pair('B', 'C', 0.7)];
    expect(idsOf(all, [decision('different', 'A', 'B')])).toEqual(['A C']);
    expect(idsOf(all, [decision('different', 'A', 'B', 'C')])).toEqual([]);
  });

  it('keep what was said to be the same, whatever the names say now', () => {
    const same = decision('same', 'A', 'B');
    expect(clustersOf([], [same])).toEqual([
      { storeIds: ['A', 'B'], confidence: 1, reasons: [], decision: same },
    ]);
  });

  it('are open again when another store comes to a decided one', () => {
    const [grown] = clustersOf(
      [pair('A', 'B'), pair('A', 'C'), pair('B', 'C')],
      [decision('same', 'A', 'B')],
    );
    expect(grown?.storeIds).toEqual(['A', 'B', 'C']);
    expect(grown?.decision).toBeUndefined();
  });

  it('go by the latest of two decisions', () => {
    const [same, different] = [decision('same', 'A', 'B'), decision('different', 'A', 'B')];
    expect(idsOf([pair('A', 'B')], [same, different])).toEqual([]);
    expect(idsOf([pair('A', 'B')], [different, same])).toEqual(['A B']);
  });
});
