import { join } from 'node:path';
import { readJson } from './private-file.mjs';
import { ROOT } from './settings.mjs';
import { runSetupStep } from './setup-step.mjs';

/**
 * Whether node_modules is what package-lock.json asks for, by npm's own record
 * of what it installed (written last, so an interrupted installation has none).
 * Packages of other platforms are optional and may be missing.
 */
export function dependenciesAreFresh() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const installed = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  const paths = Object.keys(wanted).filter((path) => path !== '');
  return (
    paths.every((path) => {
      const have = installed[path];
      return have ? have.version === wanted[path].version : wanted[path].optional === true;
    }) && Object.keys(installed).every((path) => path in wanted)
  );
}

/** @param {{ signal: AbortSignal, output?: number }} options */
export async function installDependencies({ signal, output }) {
  // With NODE_ENV=production npm would leave out the compiler.
  // Warnings about other people's packages would bury what the person who starts us needs to see.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  await runSetupStep({
    command,
    args: [...first, ...args],
    signal,
    output,
    failure: 'The dependencies could not be installed',
  });
}
