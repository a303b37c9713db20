import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';
import { csvOf } from '../../support/store-master.js';

const PHONE = { width: 390, height: 844 };

let stack: Stack;
let service: Service;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  stack = await startStack();
  // RP00001 to RP00005, "STORE 1" and so on, all of them active.
  await addStores(stack.database, 5);
  service = await stack.start();
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'smp-'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** Has a file on disk chosen for upload. */
async function choose(page: Page, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  await page.getByLabel('Store Master as CSV').setInputFiles(path);
  return path;
}

const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Load a list' }).getByText(name, { exact: true }).locator('..');

describe('The Store Master', () => {
  it('is loaded from a file after a look at what that would change', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/store-master');
    await page.getByRole('link', { name: 'Active stores: 5' }).waitFor();
    await page.getByText('Nothing was loaded yet').waitFor();
    expect(await flawsOf(page)).toEqual([]);

    const rows = ['7100015,STORE 1,RP00001', '7100015,NEW NAME,RP00002', '7100016,ANAND PAN SHOP,RP00099'];
    await choose(page, 'november.csv', csvOf(...rows, '7100016,,RP00100', '7100016,TWICE,RP00001'));
    await page.getByText('5 rows: what would change').waitFor();
    const counted = ['New', 'Changed', 'Unchanged', 'Deactivated', 'Bad rows'];
    const numbers = async () =>
      Promise.all(counted.map(async (name) => /\d+/.exec(await figure(page, name).innerText())?.[0]));
    await becomes(numbers, ['1', '1', '1', '0', '2']);

    // Bad rows are named, and stop the file until somebody says otherwise.
    const bad = page.getByRole('table', { name: 'Bad rows' });
    await bad.getByRole('row', { name: '5 StoreName is blank.' }).waitFor();
    await bad.getByRole('row', { name: /6 The store "RP00001" is on line 2 already/ }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await readFile(await (await download).path())).toString()).toMatch(
      /^\ufeff.*\r\n5,StoreName is blank\./,
    );
    const load = page.getByRole('button', { name: /^Load it/ });
    await becomes(() => load.isDisabled(), true);
    expect(await flawsOf(page)).toEqual([]);
    await page.getByLabel('Load the good rows although there are bad ones').check();

    await page.getByLabel('Deactivate the stores that the file does not name').check();
    await page.getByText('3 of 5 active stores would become inactive').waitFor();
    await page.getByRole('button', { name: 'Load it: 1 new, 1 changed, 3 deactivated' }).click();
    await page.getByText('Loaded: 1 new, 1 changed, 3 deactivated').waitFor();
    await page.getByText('To take it back, load the file you had before; nothing else can.').waitFor();
    await page.getByRole('link', { name: 'Active stores: 3' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('link', { name: 'november.csv' }).click();
    const details = page.getByRole('dialog', { name: /^Import \d+$/ });
    await details.getByText('were deactivated').waitFor();
    await details.getByRole('row', { name: '5 StoreName is blank.' }).waitFor();
    await page.reload();
    await details.getByText('were left out').waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.goto('/stores?q=ANAND');
    await page.getByText('RP00099').first().waitFor();
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('does not say that nothing was loaded when the answer to a whole file was lost', async () => {
    const { page, errors } = await openPage(browser, service.url);
    const text = csvOf('7100015,LOST ANSWER,RP00888');
    await page.route('**/api/stores/imports?dry_run=false*', async (route) => {
      // The file of an intercepted request cannot be had from it.
      await fetch(route.request().url(), {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv' },
        body: text,
      });
      return route.fulfill({ status: 504, body: 'Gateway Time-out' });
    });
    await page.goto('/store-master');
    await choose(page, 'lost.csv', text);
    await page.getByRole('button', { name: 'Load it: 1 new' }).click();
    await page.getByRole('alert').getByText('It may have been loaded; look at the list below.').waitFor();
    await page.getByRole('link', { name: 'lost.csv' }).waitFor();
    expect(errors.filter((error) => !/status of 504/.test(error))).toEqual([]);
    await page.close();
  });

  it('says why a file cannot be loaded, and takes the next one', async () => {
    const { page, errors } = await openPage(browser, service.url, { viewport: PHONE });
    await page.goto('/store-master');
    await choose(page, 'visits.csv', 'Store;Name\nRP1;A\n');
    await page.getByRole('alert').getByText('Columns must be separated by commas').waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Choose another file' }).click();
    const path = await choose(page, 'changing.csv', csvOf('7100015,STORE 1,RP00001'));
    await page.getByRole('button', { name: 'Load it: no changes' }).waitFor();
    await appendFile(path, '7100015,LATE,RP00777\n');
    await page.getByRole('button', { name: 'Load it: no changes' }).click();
    await page.getByText('was changed, moved or removed after it was chosen').waitFor();

    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByLabel('Store Master as CSV').setInputFiles(path);
    await page.getByRole('button', { name: 'Load it: 1 new' }).click();
    await page.getByText('Loaded: 1 new').first().waitFor();
    expect(await flawsOf(page)).toEqual([]);
    // Chromium notes every answer that refuses something.
    expect(errors.filter((error) => !/status of 422|ERR_UPLOAD_FILE_CHANGED/.test(error))).toEqual([]);
    await page.close();
  });
});
