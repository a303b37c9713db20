import { once } from 'node:events';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from '../settings.mjs';

const SAMPLES = join(ROOT, 'samples');

/** Names of the pictures it has. */
export const PHOTOS = readdirSync(SAMPLES);

/**
 * A host of photos as field apps have one: it serves the sample pictures under
 * any path, and what paths are named after goes wrong (`missing`, `cut`, `page`);
 * and it takes whatever a webhook tells it.
 *
 * @param {import('../lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<string>} its address, without a trailing slash
 */
export async function startPhotoHost(lifetime) {
  const server = createServer((request, response) => {
    if (request.method === 'POST') return request.resume().on('end', () => response.writeHead(204).end());
    const [kind, name] = request.url.split('/').slice(-2);
    if (!PHOTOS.includes(name) || kind === 'missing') return response.writeHead(404).end();
    if (kind === 'page') return response.end('<!doctype html><title>Please sign in</title>');
    if (kind === 'cut') return response.end(readFileSync(join(SAMPLES, name)).subarray(0, 4_000));
    createReadStream(join(SAMPLES, name)).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  lifetime.onEnd(async () => server.close().closeAllConnections());
  return `http://127.0.0.1:${server.address().port}`;
}
