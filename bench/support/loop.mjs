import { fileURLToPath } from 'node:url';
import { Program } from './program.mjs';
import { OPEN_LOOPBACK } from './service.mjs';

const PROGRAM = fileURLToPath(new URL('loop-process.mjs', import.meta.url));

/**
 * Starts a process that measures images one after the other, with as many under way as the service has,
 * and does nothing else.
 *
 * @param {string} kind a file of bench/loops
 * @param {NodeJS.ProcessEnv} env settings, as for the service
 */
export async function startLoop(kind, env, lifetime) {
  const options = { args: [kind], env: { ...OPEN_LOOPBACK, ...env } };
  const program = await Program.start(PROGRAM, options, lifetime);
  return Object.assign(program, {
    /** @param {string[]} urls @returns {Promise<{ ms: number, sleptMs: number }>} wall time; mean sleep of an image */
    run: (urls) => program.ask({ type: 'run', urls }, 'done'),
  });
}
