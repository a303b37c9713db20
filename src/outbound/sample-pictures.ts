import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The addresses under which the service serves its own sample pictures. Only
 * these may be fetched from the service itself, whatever address it has.
 *
 * @param publicUrl without a trailing slash
 * @returns URLs in the normalised form of `new URL(..).href`
 */
export function sampleUrls(publicUrl: string, folder = resolve('samples')): Set<string> {
  return new Set(readdirSync(folder).map((name) => new URL(`${publicUrl}/samples/${name}`).href));
}
