import type { Browser, Page } from 'playwright-core';
import { get } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import type { Service } from '../../support/service.js';
import { startStack, type Stack } from '../../support/stack.js';

const NONE = { errors: [], foreignRequests: [] };
const phone = { width: 390, height: 844 };

let stack: Stack;
let service: Service;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  service = await stack.start();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const storeOf = async (id: string) =>
  (await get<{ category: string; category_source: string }>(service.url, `/api/stores/${id}`)).body;
const nameShown = (page: Page) => page.getByRole('heading', { level: 3 }).textContent();

describe('The page of categories', () => {
  it('tells how many stores are of each kind, and leads to them', async () => {
    const { page, ...observed } = await openPage(browser, service.url);
    await page.goto('/categories');
    await page.getByRole('link', { name: 'Pan shop' }).click();
    await page.waitForURL('**/stores?category=pan-shop');
    await page.getByRole('cell', { name: 'Pan shop' }).first().waitFor();
    await page.getByRole('status').getByText('More than 100 stores found').waitFor();
    expect(observed).toMatchObject(NONE);
    await page.context().close();
  });

  it('has unknown stores worked off by keys, with a way back', async () => {
    const { page, ...observed } = await openPage(browser, service.url);
    await page.goto('/categories/unknown');
    await page.getByRole('heading', { level: 3 }).waitFor();
    const first = await nameShown(page);
    const id =
      (await page
        .getByRole('main')
        .getByRole('link', { name: /^RP\d+$/ })
        .textContent()) ?? '';
    await page.keyboard.press('6');
    await page.getByRole('button', { name: `Undo: ${first} is medical` }).waitFor();
    await becomes(
      () => storeOf(id),
      expect.objectContaining({ category: 'medical', category_source: 'hand' }),
    );
    await becomes(async () => (await nameShown(page)) !== first, true);
    await page.keyboard.press('z');
    await page.getByRole('heading', { level: 3, name: first ?? '', exact: true }).waitFor();
    await becomes(
      () => storeOf(id),
      expect.objectContaining({ category: 'unknown', category_source: 'none' }),
    );

    // What somebody else said meanwhile is what a way back leads to.
    await fetch(`${service.url}/api/stores/${id}/category`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ category: 'salon' }),
    });
    await page.keyboard.press('6');
    await page.getByRole('button', { name: `Undo: ${first} is medical` }).click();
    await page.getByRole('heading', { level: 3, name: first ?? '', exact: true }).waitFor();
    await becomes(() => storeOf(id), expect.objectContaining({ category: 'salon', category_source: 'hand' }));
    expect(observed).toMatchObject(NONE);
    await page.context().close();
  });

  it('puts rules in force only after it has shown what they change, and takes them back', async () => {
    const { page, ...observed } = await openPage(browser, service.url);
    await page.goto('/categories/rules');
    await page.getByRole('textbox', { name: 'Word or phrase' }).fill('veerabhadra');
    await page.getByRole('combobox', { name: 'Its category' }).selectOption('salon');
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.getByRole('button', { name: 'Preview changes' }).click();
    await page.getByText('would have another category').waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Veerabhadra cuts hair');
    await page.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('Version 2,').waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByText('Veerabhadra cuts hair').waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Version 1 again.').waitFor();
    expect(observed).toMatchObject(NONE);
    await page.context().close();
  });

  it('sets the category of a store on its page, and undoes it', async () => {
    const { page, ...observed } = await openPage(browser, service.url);
    await page.goto('/stores/RP00001');
    await page.getByText('"KIRANA" is a word of grocery shops.').waitFor();
    await page.getByRole('combobox', { name: 'Category of this store' }).click();
    await page.getByRole('option', { name: 'Salon' }).click();
    await page.getByText(/^Set by hand by/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('"KIRANA" is a word of grocery shops.').waitFor();
    expect(observed).toMatchObject(NONE);
    await page.context().close();
  });

  it('has no flaw on a phone', async () => {
    const { page } = await openPage(browser, service.url, { viewport: phone });
    const shown = {
      '/categories': 'Stores by category',
      '/categories/unknown': 'What kind of shop is this?',
      '/categories/rules': /^Version \d+, \d+ rules$/,
      '/categories/versions': 'The rules that came with the service.',
    };
    for (const [path, text] of Object.entries(shown)) {
      await page.goto(path);
      await page.getByText(text).first().waitFor();
      expect([path, await flawsOf(page)]).toEqual([path, []]);
    }
    await page.context().close();
  });
});
