import { performance } from 'node:perf_hooks';

/**
 * Lets two or more sides take turns (A B A B ..), so that what else happens on the machine hits all alike.
 *
 * @template T
 * @param {number} turns
 * @param {Record<string, () => Promise<T>>} sides
 * @returns {Promise<Record<string, T[]>>} what each turn gave, by side
 */
export async function takeTurns(turns, sides) {
  const results = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let turn = 0; turn < turns; turn += 1)
    for (const [side, play] of Object.entries(sides)) results[side].push(await play());
  return results;
}

/** Repeats something until the time is over. @returns {Promise<number[]>} what each repetition gave */
export async function repeatFor(ms, work) {
  const figures = [];
  for (const end = performance.now() + ms; performance.now() < end;) figures.push(await work());
  return figures;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} how long it took, ms */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
