/**
 * How well, and how quickly, are stores found and known?
 *
 *     npm run bench:stores [-- --only search-quality,search-growth]
 *
 * Ours and what it is compared with answer the same questions in the same call, with Postgres of its own and
 * the service as a real process with default settings. What is `tuning` of the labelled data chose the settings of
 * all sides; the marks are for `heldout`, of which only sums are ever printed. See `labelled/README.md`. Prints a
 * table, and writes `bench/results/stores.json`.
 */
import { requireNode } from '../../scripts/lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('../../scripts/lib/lifetime.mjs');
const { bench } = await import('../bench.mjs');
const suite = {
  command: 'npm run bench:stores',
  load: () => import('./figures.mjs'),
  withImages: false,
  file: 'stores.json',
};
// 130: interrupted, so not measured.
await new Lifetime(130).run((lifetime) => bench(process.argv.slice(2), lifetime, suite));
