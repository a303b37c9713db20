import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readJson } from '../private-file.mjs';
import { ROOT } from '../settings.mjs';

/**
 * Runs one stage to its end and counts its tests.
 *
 * @param {object} stage one of STAGES
 * @param {{ env: NodeJS.ProcessEnv, scratch: string, lifetime: import('../lifetime.mjs').Lifetime }} context
 * @returns {Promise<{ name: string, ok: boolean, passed: number, failed: number, seconds: number }>}
 */
export async function runStage(stage, { env, scratch, lifetime }) {
  const begun = Date.now();
  const report = join(scratch, `${stage.name}.json`);
  const project = stage.jest === true ? stage.name : stage.jest;
  const [tool, ...args] = project ? jestCommand(project, stage.workers, report) : stage.command;
  const code = await run(join(ROOT, 'node_modules/.bin', tool), args, { ...env, ...stage.env }, lifetime);
  lifetime.signal.throwIfAborted();
  const tests = stage.jest ? countTests(readJson(report)) : { passed: 0, failed: 0 };
  const ok = code === 0 && (!stage.jest || tests.passed > 0);
  return { name: stage.name, ok, ...tests, seconds: (Date.now() - begun) / 1000 };
}

function jestCommand(project, workers, report) {
  const cache = join(ROOT, 'node_modules/.cache/jest');
  const output = ['--json', `--outputFile=${report}`, `--cacheDirectory=${cache}`];
  return ['jest', '--selectProjects', project, `--maxWorkers=${workers}`, ...output];
}

/** A file that could not even be loaded counts as one failed test, and so does a run without a report. */
function countTests(report) {
  if (!report) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = report;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** stdout is Jest's JSON, also without a terminal; what people read is on stderr. */
function run(command, args, env, lifetime) {
  const json = args.includes('--json');
  const child = spawn(command, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', json ? 'ignore' : 'inherit', 'inherit'],
  });
  lifetime.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
