import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { develop } = await import('./lib/develop.mjs');
await new Lifetime().run(develop);
