import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readJson } from '../private-file.mjs';
import { ROOT } from '../settings.mjs';

/**
 * Runs one stage to its end and counts its tests.
 *
 * @param {object} stage one of STAGES
 * @param {{ env: NodeJS.ProcessEnv, scratch: string, lifetime: import('../lifetime.mjs').Lifetime }} context
 * @returns {Promise<{ name: string, ok: boolean, passed: number, failed: number, askedAgain: string[], seconds: number }>}
 */
export async function runStage(stage, { env, scratch, lifetime }) {
  const begun = Date.now();
  const report = join(scratch, `${stage.name}.json`);
  const project = stage.jest === true ? stage.name : stage.jest;
  const [tool, ...args] = project ? jestCommand(project, stage.workers, report) : stage.command;
  const code = await run(join(ROOT, 'node_modules/.bin', tool), args, { ...env, ...stage.env }, lifetime);
  lifetime.signal.throwIfAborted();
  const tests = stage.jest ? countTests(readJson(report)) : { passed: 0, failed: 0, askedAgain: [] };
  const ok = code === 0 && (!stage.jest || tests.passed > 0);
  return { name: stage.name, ok, ...tests, seconds: (Date.now() - begun) / 1000 };
}

function jestCommand(project, workers, report) {
  const cache = join(ROOT, 'node_modules/.cache/jest');
  const output = ['--json', `--outputFile=${report}`, `--cacheDirectory=${cache}`];
  return ['jest', '--selectProjects', project, `--maxWorkers=${workers}`, ...output];
}

/**
 * A file that could not even be loaded counts as one failed test, and so does a run without a report.
 * Tests that were asked more than once are named.
 */
function countTests(report) {
  if (!report) return { passed: 0, failed: 1, askedAgain: [] };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const askedAgain = tests.filter(({ invocations }) => invocations > 1).map(({ fullName }) => fullName);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, askedAgain };
}

/** Jest tells people on stderr how far it is, and on stdout only JSON; what others say is shown when they end. */
async function run(command, args, env, lifetime) {
  const stdio = args.includes('--json') ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd: ROOT, env, stdio });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  lifetime.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'close');
  process.stderr.write(Buffer.concat(said));
  return code ?? 1;
}
