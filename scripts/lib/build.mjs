import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.mjs';
import { runSetupStep } from './setup-step.mjs';

/** What the compiled program depends on. */
const FOLDERS = ['src', 'migrations', 'smp', 'web'];
const SOURCES = [...FOLDERS, 'nest-cli.json', 'package-lock.json'];
/** Holds the hash of the sources that dist was compiled from. */
export const BUILD_MARK = join(ROOT, 'dist/.build-hash');

export function buildIsFresh() {
  return existsSync(BUILD_MARK) && readFileSync(BUILD_MARK, 'utf8') === sourceHash();
}

/**
 * Compiles from nothing: a file whose source is gone would otherwise live on in
 * dist, and a migration there would still run.
 *
 * @param {{ signal: AbortSignal, output?: number }} options
 */
export async function build({ signal, output }) {
  const hash = sourceHash();
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const bin = join(ROOT, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const failure = 'The program could not be built';
  await runSetupStep({ command: 'sh', args: ['-c', scripts.build], signal, output, env, failure });
  writeFileSync(BUILD_MARK, hash);
}

/** Names and contents, so that a renamed file counts as a change. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sourceFiles())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

function sourceFiles() {
  const configs = readdirSync(ROOT).filter((name) => /^tsconfig.*\.json$/.test(name));
  return [...SOURCES, ...configs].flatMap(filesUnder).sort();
}

function filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!FOLDERS.includes(path)) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1));
}
