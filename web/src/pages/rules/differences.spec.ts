import { differences } from './differences.js';
import type { Draft } from './draft.js';

const NOTHING: Draft = { default: { priority: 0, criteria: {} }, categories: {} };

describe('differences', () => {
  it('says what changed, by category and criterion', () => {
    const strict: Draft = {
      default: { priority: 0, criteria: { min_width: { limit: 640, effect: 'warn' } } },
      categories: { grocery: { priority: 5, criteria: { min_width: null } } },
    };
    expect(differences(NOTHING, strict)).toEqual([
      'All categories: Width, at least: nothing asked → 640 px, warn',
      'Grocery: Priority: as for all → 5',
      'Grocery: Width, at least: as for all → nothing asked',
    ]);
    expect(differences(strict, strict)).toEqual([]);
  });
});
