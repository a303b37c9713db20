import { parseArgs } from 'node:util';
import { UserError } from '../scripts/lib/errors.mjs';
import { Progress } from '../scripts/lib/progress.mjs';
import { ensureRedisProgram } from '../scripts/lib/redis/redis-program.mjs';
import { ensureBuild, ensureDependencies } from '../scripts/lib/setup.mjs';

/** Turns of each side, and how long a turn lasts at least. */
const DEFAULT = { turns: 5, turnMs: 3_500 };
const FULL = { turns: 7, turnMs: 8_000 };

/**
 * What one command measures.
 *
 * @typedef {object} Suite
 * @property {string} command as the user types it
 * @property {() => Promise<{ FIGURES: object[] }>} load imports packages, so it is called once they are installed
 * @property {boolean} withImages whether a host of images is needed
 * @property {string} file of the results, in `bench/results`
 */

/**
 * From a fresh clone to a table of figures.
 *
 * @param {string[]} args
 * @param {import('../scripts/lib/lifetime.mjs').Lifetime} lifetime
 * @param {Suite} suite
 */
export async function bench(args, lifetime, suite) {
  const { full, only } = parseArgs({
    args,
    options: { full: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  }).values;
  const progress = new Progress(process.stderr);
  const setup = { progress, signal: lifetime.signal, output: 2 };
  const redisProgram = await ensureRedisProgram(setup);
  await ensureDependencies(setup);
  await ensureBuild(setup);

  // These import packages, which may only just have been installed.
  const { FIGURES } = await suite.load();
  const { Stage } = await import('./support/stage.mjs');
  const { report } = await import('./support/report.mjs');
  const chosen = choose(FIGURES, only, full);
  const stage = await Stage.open({ lifetime, progress, redisProgram, suite, ...(full ? FULL : DEFAULT) });
  const rows = [];
  lifetime.onEnd(async () => report(rows, { full, seconds: progress.elapsed, stage, file: suite.file }));
  for (const { name, measure } of chosen) {
    // What was measured so far is reported also when the rest is not wanted any more.
    const played = progress.step(name, () => stage.play(name, measure));
    rows.push(...((await Promise.race([played, lifetime.ended])) ?? []));
    lifetime.signal.throwIfAborted();
  }
}

function choose(figures, only, full) {
  const names = only.split(',').filter(Boolean);
  const known = figures.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new UserError(`There is no figure "${unknown}"; there are ${known.join(', ')}.`);
  return figures.filter(({ name, large }) => (names.length === 0 ? full || !large : names.includes(name)));
}
