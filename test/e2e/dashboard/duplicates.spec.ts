import type { Browser, Page } from 'playwright-core';
import { LOCKS } from '../../../src/database/locks.js';
import { get } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import type { Service } from '../../support/service.js';
import { startStack, type Stack } from '../../support/stack.js';
import { csvOf, importCsv } from '../../support/store-master.js';

const MASTER = [
  '1,MAA LAXMI BHANDAR,S1',
  '1,MA LAKSHMI BHANDER,S2',
  '1,BHOLE NATH STORE,S3',
  '1,BHOLENATH STORES,S4',
  '2,AJAY PAN GHAR,S5',
  '2,AJAY PAAN SHOP,S6',
  '2,AJAY PAAN GHAR,S7',
];

let stack: Stack;
let service: Service;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack();
  await importCsv(stack.database.url, csvOf(...MASTER));
  service = await stack.start({ ROLE: 'api' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const NONE = { errors: [], foreignRequests: [] };
const clusters = (page: Page) => page.getByRole('list', { name: 'Stores', exact: true });

/** Until the service has looked at all areas, there is less to decide. */
async function untilSearched(): Promise<void> {
  const look = async () =>
    (await get<{ areas_searched: number }>(service.url, '/api/stores/duplicates')).body.areas_searched;
  while ((await look()) < 2) await new Promise((done) => setTimeout(done, 200));
}

describe('The page of duplicates', () => {
  it('is worked through with the keyboard, and takes back what was decided', async () => {
    await untilSearched();
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/duplicates');
    await clusters(page).nth(2).waitFor();
    const first = await clusters(page).first().innerText();

    await page.keyboard.press('d');
    await page.getByText('Kept as different shops.').waitFor();
    await clusters(page).nth(2).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await clusters(page).nth(2).waitFor();
    await becomes(() => clusters(page).first().innerText(), first);

    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByText('Kept as one shop.').waitFor();
    await clusters(page).nth(2).waitFor({ state: 'detached' });
    await page.getByText('One shop', { exact: true }).first().click();
    await page.getByText(/said somebody/).waitFor();
    await becomes(() => new URL(page.url()).search, '?state=same');
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Nobody has said yet that stores are one shop.').waitFor();

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/duplicates?area_code=2');
    await becomes(() => clusters(page).count(), 1);
    expect(await flawsOf(page)).toEqual([]);
    // Keys decide about what is ticked, as the buttons do.
    await page.getByRole('checkbox', { name: 'Decide about S6' }).uncheck();
    const asked = page.waitForRequest(/decisions$/);
    await page.keyboard.press('s');
    expect((await asked).postDataJSON()).toEqual({ verdict: 'same', store_ids: ['S5', 'S7'] });
    await page.getByText('Kept as one shop.').waitFor();
    expect(seen).toEqual(NONE);
    await page.close();
  });
});

describe('The page of duplicates in large areas', () => {
  it('says that not all was searched', async () => {
    await untilSearched();
    await stack.database.dataSource.query('UPDATE duplicate_areas SET is_complete = false');
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/duplicates');
    await page.getByText('Not all was searched: 7 stores of 2 areas were looked at').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });
});

describe('Stores in another spelling', () => {
  it('are found on the page of stores, and told on the page of a store', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/stores?q=lakshmee');
    const found = page.getByRole('list', { name: 'In another spelling' });
    await found.getByRole('link', { name: 'MAA LAXMI BHANDAR' }).waitFor();
    await page.getByText('"LAKSHMEE" sounds like "LAXMI".').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await found.getByRole('link', { name: 'MAA LAXMI BHANDAR' }).click();
    const similar = page.getByRole('list', { name: 'Similar stores' });
    await similar.getByRole('link', { name: 'MA LAKSHMI BHANDER' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });

  it('can be picked where a store is asked for', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/submit');
    await page.getByLabel('Store').first().fill('bolenath stor');
    await page.getByRole('option', { name: /BHOLENATH STORES/ }).click();
    await becomes(() => page.getByLabel('Store').first().inputValue(), 'S4');
    expect(seen).toEqual(NONE);
    await page.close();
  });
});

describe('Names of an import that are still being read', () => {
  it('are told where stores are searched, until all have been read', async () => {
    const { page: store, ...seen } = await openPage(browser, service.url);
    const { page: visit } = await openPage(browser, service.url);
    const { page: list } = await openPage(browser, service.url);
    const { page: imported } = await openPage(browser, service.url);
    const { dataSource } = stack.database;
    const noStore = visit.getByText('No store is called like this');
    const inDetails = imported.getByText('not all of them yet: the names are still being read');
    const notes = [store, visit, list].map((page) =>
      page.getByText('Names of an import are still being read'),
    );
    await dataSource.transaction(async (importing) => {
      // As long as an import runs, no names are read.
      await importing.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.storeImport]);
      const sql = 'UPDATE store_imports SET searchable_at = NULL RETURNING id';
      const [[{ id }]] = await dataSource.query<[[{ id: string }]]>(sql);
      await Promise.all([
        store.goto('/stores/S5'),
        visit.goto('/submit'),
        list.goto('/stores?q=zebra'),
        imported.goto(`/store-master?import=${id}`),
      ]);
      await visit.getByLabel('Store').first().fill('zebra');
      await Promise.all([...notes, inDetails].map((note) => note.waitFor()));
      expect(await noStore.count()).toBe(0);
      expect(await flawsOf(list)).toEqual([]);
      expect(await flawsOf(visit)).toEqual([]);
    });
    await Promise.all([...notes, inDetails].map((note) => note.waitFor({ state: 'detached' })));
    await noStore.waitFor();
    expect(seen).toEqual(NONE);
    await Promise.all([store, visit, list, imported].map((page) => page.close()));
  });
});
