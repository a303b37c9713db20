import { UserError } from '../errors.mjs';
import { findExecutable, isExecutable } from '../executables.mjs';
import { installSystemPackage } from '../system-packages.mjs';

/**
 * Debian's Chromium without tabs and bars, which a page costs as much again: six page loads take
 * 10.2 s of CPU instead of 17.8.
 */
const HEADLESS_SHELL = 'chromium-headless-shell';
const NAMES = [HEADLESS_SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser for the browser tests: named by CHROMIUM_PATH, found, else installed.
 *
 * @param {import('../setup.mjs').SetupContext} context
 * @returns {Promise<string>}
 */
export async function ensureChromium(context) {
  const named = process.env.CHROMIUM_PATH;
  if (named && isExecutable(named)) return named;
  if (named) throw new UserError(`CHROMIUM_PATH is ${named}, which is no program.`);
  const there = find();
  if (there) return there;
  const packages = findExecutable(['apt-get']) ? [HEADLESS_SHELL, 'chromium'] : ['chromium'];
  for (const name of packages) {
    const installed = (await installSystemPackage(name, context)) && find();
    if (installed) return installed;
  }
  throw new UserError(
    'The browser tests need Chromium, and it could not be installed without asking: ' +
      'install the package chromium (or Google Chrome), or set CHROMIUM_PATH.',
  );
}

function find() {
  return findExecutable(NAMES) ?? MAC_APPS.find(isExecutable);
}
