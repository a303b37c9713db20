import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { servicesOnly } = await import('./lib/services-only.mjs');
await new Lifetime().run(servicesOnly);
