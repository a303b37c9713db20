import { delimiter, join } from 'node:path';
import { ownDataDir } from '../data-dir.mjs';
import { Progress } from '../progress.mjs';
import { ensureRedisProgram } from '../redis/redis-program.mjs';
import { startServices } from '../services.mjs';
import { ROOT } from '../settings.mjs';
import { ensureBuild, ensureDependencies } from '../setup.mjs';
import { ensureChromium } from './chromium.mjs';
import { runStage } from './run-stage.mjs';
import { makeScratchFolder } from './scratch-folder.mjs';
import { pickStages } from './stages.mjs';

/** Settings of the application; tests set their own, and never meet the user's database. */
const NOT_FOR_TESTS = [
  ...['DATABASE_URL', 'REDIS_URL', 'DATA_DIR', 'PORT', 'HOST', 'PUBLIC_URL', 'ROLE'],
  ...['AUTH', 'FIRST_ADMIN_KEY', 'CORS_ORIGINS', 'TRUST_PROXY'],
];

/** The data of a test run is thrown away, so nothing has to reach the disk; many processes connect. */
const POSTGRES_FLAGS = ['fsync=off', 'full_page_writes=off', 'max_connections=300'];

/**
 * Everything this project checks, from a fresh clone on. All stages run, so that
 * one run shows all that is wrong; the last line counts the tests.
 *
 * @param {string[]} names of stages; none: all
 * @param {import('../lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<number>} exit code
 */
export async function test(names, lifetime) {
  const results = [];
  lifetime.onEnd(async () => printSummary(results));
  const progress = new Progress();
  const setup = { progress, signal: lifetime.signal };
  const stages = pickStages(names);
  const needs = (what) => stages.some((stage) => stage[what]);
  const given = { databaseUrl: process.env.TEST_DATABASE_URL, redisUrl: process.env.TEST_REDIS_URL };

  const redisProgram =
    needs('redis') || (needs('services') && !given.redisUrl)
      ? await ensureRedisProgram(setup, 'TEST_REDIS_URL')
      : undefined;
  const chromium = needs('browser') ? await ensureChromium(setup) : undefined;
  await ensureDependencies(setup);
  const scratch = await makeScratchFolder(lifetime, progress);
  const env = testEnvironment(scratch.tmp, chromium);
  if (redisProgram) env.REDIS_PROGRAM = redisProgram;
  if (needs('services')) {
    await ensureBuild(setup);
    Object.assign(
      env,
      await testServices({ ...given, redisProgram, dataDir: scratch.dataDir, lifetime, progress }),
    );
  }
  const run = (stage) => {
    progress.line(`Stage ${stage.name}`);
    return runStage(stage, { env, scratch: scratch.folder, lifetime });
  };
  results.push(...(await Promise.all(stages.filter(({ command }) => command).map(run))));
  for (const stage of stages.filter(({ jest }) => jest)) results.push(await run(stage));
  return results.every(({ ok }) => ok) ? 0 : 1;
}

async function testServices({ dataDir, lifetime, progress, ...given }) {
  const records = await ownDataDir({ what: 'npm test', dataDir, lifetime, progress });
  const urls = await startServices({
    ...given,
    dataDir,
    lifetime,
    progress,
    records,
    postgresFlags: POSTGRES_FLAGS,
  });
  const maintenance = new URL(urls.databaseUrl);
  if (!given.databaseUrl) maintenance.pathname = '/postgres';
  return { TEST_DATABASE_URL: maintenance.href, TEST_REDIS_URL: urls.redisUrl };
}

function testEnvironment(tmp, chromium) {
  const env = { ...process.env, TMPDIR: tmp };
  for (const name of NOT_FOR_TESTS) delete env[name];
  // Jest runs ES modules only with the first; the second keeps its warning out of what tests read on stderr.
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  env.NODE_OPTIONS = [env.NODE_OPTIONS, ...options].filter(Boolean).join(' ');
  env.PATH = [join(ROOT, 'node_modules/.bin'), env.PATH].join(delimiter);
  if (chromium) env.CHROMIUM_PATH = chromium;
  return env;
}

function printSummary(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log();
  for (const { name, ok, passed, failed, seconds } of results) {
    const tests = passed + failed > 0 ? `, ${passed} passed, ${failed} failed` : '';
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  for (const name of results.flatMap(({ askedAgain }) => askedAgain)) console.log(`asked again: ${name}`);
  console.log(`\nTests: ${sum('passed')} passed, ${sum('failed')} failed`);
}
