import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.js';
import { keysOn, makeKey } from '../support/keys.js';
import { insider } from '../../src/access/caller.js';
import type { Service } from '../support/service.js';
import { startStack, type Stack } from '../support/stack.js';

/** Chromium notes every answer that refuses something, and a header that counts only where there is HTTPS. */
const USUAL = /the server responded with a status of 401|The Cross-Origin-Opener-Policy header/;

/** The button that shows the key has its name, too. */
const field = (page: Page) => page.getByRole('textbox', { name: 'API key' });

describe('The page of a service that asks for keys', () => {
  let stack: Stack;
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startStack();
    await makeKey(stack.database.dataSource, 'chief', 'admin');
    service = await stack.start({ HOST: '0.0.0.0', FETCH_ALLOW_PRIVATE: 'false' });
    // Under a name that is not this machine's, as on a server.
    browser = await launchBrowser(['--host-resolver-rules=MAP stores.example 127.0.0.1']);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('lets people sign in, read the documentation, and sign out', async () => {
    const { text } = await makeKey(stack.database.dataSource, 'head-office', 'read', 'submit');
    const origin = `http://stores.example:${service.port}`;
    const { page, errors, foreignRequests } = await openPage(browser, origin);
    await page.goto('/');
    await field(page).fill('smp_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This API key is not known here, or it was revoked.').waitFor();
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);

    await field(page).fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.goto('/docs');
    await page.locator('.opblock').first().waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign out head-office' }).click();
    await field(page).waitFor();
    expect((await page.goto('/docs'))?.status()).toBe(401);
    expect(errors.filter((error) => !USUAL.test(error))).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await page.close();
  }, 90_000);

  it('asks again when the key is revoked', async () => {
    const { key, text } = await makeKey(stack.database.dataSource, 'visitor', 'read', 'submit');
    const { page } = await openPage(browser, service.url);
    await page.goto('/');
    await field(page).fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await keysOn(stack.database.dataSource).revoke(key.id, insider('cli'));
    await field(page).waitFor();
    expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
    await page.close();
  }, 60_000);
});
