import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { becomes } from './becomes.js';

const ARGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page together with everything that must not happen on it. */
export interface ObservedPage {
  readonly page: Page;
  /** Console errors (violations of the content security policy are such), uncaught exceptions. */
  readonly errors: string[];
  /** Addresses outside the origin that something on the page asked for. */
  readonly foreignRequests: string[];
}

/** The real Chromium that `CHROMIUM_PATH` names, with a profile of its own. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  // Chromium's sandbox refuses to work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...ARGS, ...sandbox, ...args],
  });
}

/** Opens an empty page that notes what goes wrong on it. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<ObservedPage> {
  const viewport = { width: 1440, height: 900 };
  // What fades in is too faint for a moment, and would be found so.
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // The end of the browser closes the context, too, and may be quicker.
  page.on('close', () => void context.close().catch(() => undefined));
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:') foreignRequests.push(request.url());
  });
  return { page, errors, foreignRequests };
}

/**
 * What axe finds wrong with a page as it is now, light and dark, and whether it has to be scrolled sideways.
 *
 * @returns one line each; none when all is well
 */
export async function flawsOf(page: Page): Promise<string[]> {
  const flaws: string[] = [];
  // Pages are loaded when they are first opened; all that is there before is an empty frame.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilColoured(page, colorScheme);
    // In the page itself, which has no frames: three times as quick as collecting frames on a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Nothing but colours changes with the scheme.
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      flaws.push(
        ...nodes.map(({ html, failureSummary }) => `${colorScheme} ${id}: ${html} ${failureSummary}`),
      );
    }
  }
  if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
    flaws.push('scrolls sideways');
  return flaws;
}

/** Some colours change over a moment; in between they are none that anybody reads. */
async function untilColoured(page: Page, colorScheme: string): Promise<void> {
  // Asked from here: the page allows no code from text, which is how Playwright would wait for it.
  const isColoured = `document.documentElement.dataset.mantineColorScheme === '${colorScheme}' &&
    document.getAnimations().every(({ effect }) => effect.getComputedTiming().endTime === Infinity)`;
  await becomes(() => page.evaluate(isColoured), true);
}
