import { RejectList } from './reject.js';

describe('RejectList', () => {
  it('counts all rejects and keeps the first hundred', () => {
    const list = new RejectList();
    for (let line = 1; line <= 250; line += 1) list.add({ line, reason: 'bad' });
    expect(list.count).toBe(250);
    expect(list.first).toHaveLength(100);
  });

  it('sorts rejects that were found later between the others by line', () => {
    const list = new RejectList();
    list.add({ line: 2, reason: 'a' });
    list.add({ line: 9, reason: 'b' });
    list.merge([{ line: 5, reason: 'c' }], 40);
    expect(list.count).toBe(42);
    expect(list.first.map(({ line }) => line)).toEqual([2, 5, 9]);
  });
});
