import { analyse, atLines, linesOfStores, storeIdsOf } from './json-analysis.js';

const TEXT = `{
  "count": 2,
  "visits": [
    {"store_id": "A", "image_url": ["u"], "visit_time": "2026-03-01T09:30:00Z"},
    {"store_id": "B",
     "image_url": [], "visit_time": "2026-03-01T09:30:00Z"}
  ]
}`;

describe('analyse', () => {
  it('tells what does not fit at its line', () => {
    expect(analyse(TEXT).problems).toEqual([
      { line: 6, column: 19, sentence: 'image_url must not be empty.' },
    ]);
    expect(analyse(TEXT.replace('2,', '2')).problems).toEqual([
      { line: 3, column: 3, sentence: 'Expected a comma or "}", not "visits".' },
    ]);
    expect(analyse(TEXT.replace('[],', '["v"],')).problems).toEqual([]);
  });

  it('finds the lines of stores, and of places the service names', () => {
    const analysis = analyse(TEXT);
    expect(storeIdsOf(analysis)).toEqual(['A', 'B']);
    expect(linesOfStores(analysis, new Map([['B', 'No B.']]))).toEqual([
      { line: 5, column: 18, sentence: 'No B.' },
    ]);
    expect(atLines(TEXT, [{ path: 'visits[1]', sentence: 'x' }])).toMatchObject([{ line: 5, column: 5 }]);
    expect(atLines(TEXT, [{ path: 'labels', sentence: 'x' }])).toMatchObject([{ line: 1 }]);
  });

  it.each(['', ' \n', 'null', '7', '[]', '{"visits": 3}', '{"visits": [null, {"store_id": 3}]}'])(
    'has no stores in %j',
    (text) => expect(storeIdsOf(analyse(text))).toEqual([]),
  );
});
