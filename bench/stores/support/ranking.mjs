import { mean } from '../../support/turns.mjs';

/** How many hits of an answer count. */
export const DEPTH = 10;

/**
 * Asks everything, one after the other, and keeps the first ten hits of each.
 *
 * @typedef {{ id: string, score: number }} Hit
 * @param {import('./labelled.mjs').Query[]} queries
 * @param {(query: import('./labelled.mjs').Query) => Promise<Hit[]> | Hit[]} search
 */
export async function answersTo(queries, search) {
  const answers = [];
  for (const query of queries) answers.push({ query, hits: (await search(query)).slice(0, DEPTH) });
  return answers;
}

/**
 * Mean reciprocal rank of the first right store, and mean share of the right stores in the first ten, over the queries
 * that have a right store.
 */
export function qualityOf(answers) {
  const answerable = answers.filter(({ query }) => query.right.length > 0);
  return { mrr: mean(answerable.map(reciprocalRank)), recall: mean(answerable.map(recall)) };
}

function reciprocalRank({ query, hits }) {
  const rank = hits.findIndex(({ id }) => query.right.includes(id)) + 1;
  return rank === 0 ? 0 : 1 / rank;
}

function recall({ query, hits }) {
  return hits.filter(({ id }) => query.right.includes(id)).length / query.right.length;
}

/**
 * The settings under which a search does best.
 *
 * @template S
 * @param {S[]} settings
 * @param {(settings: S) => (query: import('./labelled.mjs').Query) => Promise<Hit[]> | Hit[]} searchWith
 * @param {import('./labelled.mjs').Query[]} tuning
 * @param {(text: string) => void} say
 * @returns {Promise<S>} the first of the best
 */
export async function bestSettings(settings, searchWith, tuning, say) {
  const tried = [];
  for (const choice of settings)
    tried.push({ choice, ...qualityOf(await answersTo(tuning, searchWith(choice))) });
  const [{ choice }] = tried.toSorted((a, b) => b.mrr - a.mrr);
  say(`Best on the tuning half: ${JSON.stringify(choice)}`);
  return choice;
}
