import { requireNode } from './lib/node-version.mjs';

requireNode();
const { Lifetime } = await import('./lib/lifetime.mjs');
const { takeScreenshots } = await import('./lib/screenshots/take-screenshots.mjs');
await new Lifetime().run((lifetime) => takeScreenshots(process.argv.slice(2), lifetime));
