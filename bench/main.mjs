/**
 * How fast is the service, as ratios to what the same machine could do at best?
 *
 *     npm run bench [-- --full] [-- --only throughput-header,status]
 *
 * Everything runs on loopback with Postgres and Redis of its own, durable as `npm start` runs them, and the
 * service as real processes with default settings. Whatever is compared runs in turns (A B A B A B) in the same
 * call; a figure is the ratio of the medians. Prints a table, and writes `bench/results/latest.json`.
 */
import { requireNode } from '../scripts/lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('../scripts/lib/lifetime.mjs');
const { bench } = await import('./bench.mjs');
// 130: interrupted, so not measured.
const suite = {
  command: 'npm run bench',
  load: () => import('./figures.mjs'),
  withImages: true,
  file: 'latest.json',
};
await new Lifetime(130).run((lifetime) => bench(process.argv.slice(2), lifetime, suite));
