import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

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
  const page = await browser.newPage({ baseURL: origin, viewport: { width: 1440, height: 900 }, ...options });
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
