import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { startApplication } from '../application.mjs';
import { ownDataDir } from '../data-dir.mjs';
import { freePort } from '../ports.mjs';
import { Progress } from '../progress.mjs';
import { ensureRedisProgram } from '../redis/redis-program.mjs';
import { startServices } from '../services.mjs';
import { ROOT } from '../settings.mjs';
import { ensureBuild, ensureDependencies } from '../setup.mjs';
import { ensureChromium } from '../testing/chromium.mjs';
import { makeScratchFolder } from '../testing/scratch-folder.mjs';
import { doFieldWork } from './field-work.mjs';
import { startPhotoHost } from './photo-host.mjs';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const SCHEMES = ['light', 'dark'];

/** Lets charts and pictures arrive. */
const SETTLE_MS = 1_500;

/** So few that a large job is still under way when the pictures are taken. */
const IMAGES_IN_FLIGHT = '24';

/**
 * Takes pictures of every page, light and dark, wide and narrow, of a service of
 * its own that has real work to do.
 *
 * @param {string[]} words the folder for the pictures, for how many minutes work comes in before, and names of
 *   pages, when only these are wanted: `groups,rules`
 * @param {import('../lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<number>} exit code
 */
export async function takeScreenshots([folder = 'screenshots', minutes = '3', names = ''], lifetime) {
  const progress = new Progress();
  const setup = { progress, signal: lifetime.signal };
  const executablePath = await ensureChromium(setup);
  const redisProgram = await ensureRedisProgram(setup);
  await ensureDependencies(setup);
  await ensureBuild(setup);
  const service = await startService({ redisProgram, lifetime, progress });
  const photos = await startPhotoHost(lifetime);
  const ids = await progress.step(`Doing field work for ${minutes} minutes`, () =>
    doFieldWork({ service, photos, minutes: Number(minutes) }),
  );
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--disable-gpu', ...sandbox],
  });
  lifetime.onEnd(() => browser.close());
  const target = resolve(process.env.INIT_CWD ?? ROOT, folder);
  mkdirSync(target, { recursive: true });
  const wanted = names.split(',').filter(Boolean);
  const pages = pagesOf(ids).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const colorScheme of SCHEMES) {
    for (const viewport of SIZES) await walk({ browser, service, pages, target, colorScheme, viewport });
  }
  progress.line(`The pictures are in ${target}`);
  return 0;
}

async function startService({ redisProgram, lifetime, progress }) {
  const scratch = await makeScratchFolder(lifetime, progress);
  const { dataDir } = scratch;
  const records = await ownDataDir({ what: 'npm run screenshots', dataDir, lifetime, progress });
  const urls = await startServices({ dataDir, lifetime, progress, records, redisProgram });
  const port = String(await freePort());
  const env = {
    ...process.env,
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    PORT: port,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    // The photos of this run lie on this machine, and the GPU takes its usual time.
    FETCH_ALLOW_CIDRS: '127.0.0.1/32',
    IMAGES_IN_FLIGHT,
  };
  await progress.step('Starting the application', () =>
    startApplication({ env, lifetime, records, progress }),
  );
  return `http://localhost:${port}`;
}

/** Opens every page once, in one size and one scheme. */
async function walk({ browser, service, pages, target, colorScheme, viewport }) {
  const context = await browser.newContext({ baseURL: service, colorScheme, viewport });
  const page = await context.newPage();
  for (const { name, path, button, isWhole } of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (button) await page.getByRole('button', { name: button }).click();
    await page.waitForTimeout(SETTLE_MS);
    await page.evaluate('scrollTo(0, 0)');
    const file = `${name}-${colorScheme}-${viewport.width}.png`;
    await page.screenshot({ path: join(target, file), fullPage: isWhole });
  }
  await context.close();
}

/**
 * @param {{ mixed: string, running: string, store: string, groups: string[] }} ids
 * @returns {{ name: string, path: string, button?: string, isWhole?: boolean }[]} `button`: pressed before the picture
 *   is taken; `isWhole`: with what one has to scroll to
 */
function pagesOf({ mixed, running, store, groups }) {
  const plain = {
    overview: '/?period=15m',
    wall: '/?wall=1',
    submit: '/submit',
    'submit-json': '/submit?way=json',
    'submit-csv': '/submit?way=csv',
    jobs: '/jobs',
    'jobs-failed': '/jobs?state=failed',
    job: `/jobs/${mixed}`,
    'job-running': `/jobs/${running}`,
    stores: '/stores',
    'stores-search': '/stores?q=lakshmee',
    store: `/stores/${store}`,
    duplicates: '/duplicates',
    categories: '/categories',
    'categories-unknown': '/categories/unknown',
    'categories-rules': '/categories/rules',
    'categories-versions': '/categories/versions',
    groups: '/groups',
    rules: '/rules',
    areas: '/areas',
    'store-master': '/store-master',
    keys: '/settings/keys',
    webhooks: '/settings/webhooks',
    deliveries: '/settings/deliveries',
    limits: '/settings/limits',
    audit: '/settings/audit',
    'no-such-page': '/nowhere',
  };
  return [
    ...Object.entries(plain).map(([name, path]) => ({ name, path })),
    { name: 'group', path: `/groups/${groups[0]}` },
    { name: 'groups-compare', path: `/groups/compare?ids=${groups.join()}`, isWhole: true },
    { name: 'store-whole', path: `/stores/${store}`, isWhole: true },
    { name: 'rules-tried', path: '/rules?category=medical', button: 'Try on past images', isWhole: true },
  ];
}
