import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { runClient } = await import('./lib/client.mjs');
// 130: what shells say of an interrupted command.
await new Lifetime(130).run((lifetime) => runClient(process.argv.slice(2), lifetime));
