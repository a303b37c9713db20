import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { test } = await import('./lib/testing/test.mjs');
// 130: interrupted, so not green.
await new Lifetime(130).run((lifetime) => test(process.argv.slice(2), lifetime));
