import { openClusters, type Decision, type Verdict } from './clusters.js';

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
const idsOf = (...[pairs, decisions = []]: [Parameters<typeof openClusters>[0], Decision[]?]) =>
  openClusters(pairs, decisions).map(({ storeIds }) => storeIds.join(' '));

describe('Clusters', () => {
  it('hold what is likely the same, the surest first', () => {
    const clusters = openClusters([pair('C', 'D', 0.6), pair('A', 'B', 0.7)], []);
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

  it('are done with when their stores were said to be the same, at once or one after the other', () => {
    const all = [pair('A', 'B'), pair('A', 'C'), pair('B', 'C')];
    expect(idsOf(all, [decision('same', 'A', 'B', 'C')])).toEqual([]);
    expect(idsOf(all, [decision('same', 'A', 'B'), decision('same', 'C', 'B')])).toEqual([]);
  });

  it('are open again when another store comes to a decided one, and tell of that one', () => {
    const all = [pair('A', 'B'), pair('A', 'C', 0.8), pair('B', 'C', 0.7)];
    expect(openClusters(all, [decision('same', 'A', 'B')])).toEqual([
      { storeIds: ['A', 'B', 'C'], confidence: 0.8, reasons: ['A is C.', 'B is C.'] },
    ]);
  });

  it('go by the latest of two decisions', () => {
    const all = [pair('A', 'B'), pair('A', 'C', 0.8), pair('B', 'C', 0.7)];
    const [same, different] = [decision('same', 'A', 'B'), decision('different', 'A', 'B')];
    expect(idsOf(all, [same, different])).toEqual(['A C']);
    expect(idsOf(all, [different, same])).toEqual(['A B C']);
    expect(idsOf(all, [same, decision('different', 'B', 'C'), decision('same', 'A', 'C')])).toEqual([]);
  });

  it('take a step for each pair, not one for each pair and cluster', () => {
    let looks = 0;
    const all = Array.from({ length: 5_000 }, (_, n) => ({
      ...pair(`A${n}`, `B${n}`),
      get storeA() {
        looks += 1;
        return `A${n}`;
      },
    }));
    const decisions = Array.from({ length: 5_000 }, (_, n) => decision('same', `A${n}`, `C${n}`));
    expect(openClusters(all, decisions)).toHaveLength(5_000);
    expect(looks).toBeLessThan(5_000 * 100);
  });
});
