import type { Categoriser } from '../categoriser.js';
import type { Category } from '../category.js';
import { changesOf, type CategorisedStore } from '../recategorising/pass.js';

/** A store that would have another category. */
export interface PreviewExample {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** Stores that would go from one category to another. */
export interface Move {
  readonly from: Category;
  readonly to: Category;
  /** Of those that were looked at. */
  readonly stores: number;
  readonly examples: readonly PreviewExample[];
}

/** What would change, and nothing has. */
export interface Preview {
  /** All there are. */
  readonly stores: number;
  /** That were looked at: all, or some from everywhere. */
  readonly checked: number;
  readonly changed: number;
  /** Most stores first. */
  readonly moves: readonly Move[];
}

const SHOWN_EXAMPLES = 10;
/** Some 10 ms; then others get their turn. */
const SLICE = 500;

/** Judges stores anew and counts which would have another category; another reason for the same one is no change. */
export async function previewOf(
  categoriser: Categoriser,
  total: number,
  stores: readonly CategorisedStore[],
): Promise<Preview> {
  const moves = new Map<
    string,
    { from: Category; to: Category; stores: number; examples: PreviewExample[] }
  >();
  for (let at = 0; at < stores.length; at += SLICE) {
    const slice = stores.slice(at, at + SLICE);
    const before = new Map(slice.map(({ id, category }) => [id, category]));
    for (const { id, name, category, reason } of changesOf(slice, categoriser)) {
      const from = before.get(id) ?? 'unknown';
      if (from === category) continue;
      const key = `${from} ${category}`;
      const move = moves.get(key) ?? { from, to: category, stores: 0, examples: [] };
      move.stores += 1;
      if (move.examples.length < SHOWN_EXAMPLES) move.examples.push({ id, name, reason });
      moves.set(key, move);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const all = [...moves.values()].sort((a, b) => b.stores - a.stores);
  const changed = all.reduce((sum, move) => sum + move.stores, 0);
  return { stores: total, checked: stores.length, changed, moves: all };
}
