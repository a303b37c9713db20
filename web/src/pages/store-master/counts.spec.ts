import { sayChanges } from './counts.js';

const NONE = { rows: 2, inserted: 0, updated: 0, unchanged: 2, rejected: 0, deactivated: 0 };

describe('sayChanges', () => {
  it('says what changes, and nothing else', () => {
    expect(sayChanges({ ...NONE, inserted: 1_200, deactivated: 3 })).toBe('1,200 new, 3 deactivated');
  });

  it('says so when nothing does, whatever was bad', () => {
    expect(sayChanges({ ...NONE, rejected: 5 })).toBe('no changes');
  });
});
