import { UserError } from '../errors.mjs';
import { findExecutable, isExecutable } from '../executables.mjs';
import { installSystemPackage } from '../system-packages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
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
  const found = find() ?? ((await installSystemPackage('chromium', context)) ? find() : undefined);
  if (found) return found;
  throw new UserError(
    'The browser tests need Chromium, and it could not be installed without asking: ' +
      'install the package chromium (or Google Chrome), or set CHROMIUM_PATH.',
  );
}

function find() {
  return findExecutable(NAMES) ?? MAC_APPS.find(isExecutable);
}
