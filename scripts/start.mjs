import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { start } = await import('./lib/start.mjs');
await new Lifetime().run(start);
