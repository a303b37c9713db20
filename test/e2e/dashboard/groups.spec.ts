import type { Browser, Page } from 'playwright-core';
import { post, submit, untilSettled, visit } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';
import { photo } from '../../support/pictures.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const NONE = { errors: [], foreignRequests: [] };
const phone = { width: 390, height: 844 };

let stack: Stack;
let service: Service;
let browser: Browser;
let images: ImageServer;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 12);
  await stack.database.dataSource.query(`UPDATE stores SET area_code = 'B' WHERE id > 'RP00008'`);
  service = await stack.start();
  browser = await launchBrowser();
  images = await serveImages({ '/good.jpg': await photo(160, 120).jpeg().toBuffer() });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await images?.stop();
});

const says = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function addArea(page: Page, code: string): Promise<void> {
  await page.locator('input[aria-label="Areas"]').fill(code);
  await page.keyboard.press('Enter');
  // Its list lies outside of the page's landmarks for as long as it is open.
  await page.keyboard.press('Escape');
}

describe('Groups', () => {
  it('are made by a rule beside what it would hold, changed, and made what they were', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/groups');
    await page.getByRole('link', { name: 'Make the first group' }).click();
    await addArea(page, 'B');
    await says(page, '4 stores would be in it');
    await becomes(() => page.getByRole('button', { name: 'Make the group' }).isDisabled(), true);
    await page.getByRole('textbox', { name: 'Name' }).fill('South');
    expect(await flawsOf(page)).toEqual([]);
    await press(page, 'Make the group');
    await page.getByRole('heading', { level: 1, name: 'South' }).waitFor();
    const address = `${service.url}/api/groups/${page.url().split('/').at(-1)}`;

    await press(page, 'Edit the rule');
    await addArea(page, '7100015');
    await says(page, '12 stores would be in it');
    await press(page, 'Save the rule');
    await says(page, 'Version 2, as it is');
    await page.getByRole('heading', { name: '12 stores' }).waitFor();
    // What somebody else changes is not undone with it.
    const headers = { 'Content-Type': 'application/json' };
    await fetch(address, { method: 'PATCH', headers, body: JSON.stringify({ description: 'By the sea' }) });
    await press(page, 'Undo');
    await says(page, 'That did not work');
    await says(page, 'By the sea');
    await press(page, 'Restore version 1');
    await says(page, 'Version 4, as it is');
    await page.getByRole('heading', { name: '4 stores' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(seen.errors.filter((error) => !error.includes('409'))).toEqual([]);
    expect(seen.foreignRequests).toEqual([]);
    await page.close();
  });

  it('can be made by words of the name in any spelling', async () => {
    const { page, ...seen } = await openPage(browser, service.url, { viewport: phone });
    await page.goto('/groups/new');
    await page.getByRole('combobox', { name: 'What the condition is about' }).click();
    await page.getByRole('option', { name: 'Name in any spelling' }).click();
    await page.getByRole('textbox', { name: 'Words of the name' }).fill('12 stoar');
    await says(page, '1 store would be in it');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Twelve');
    expect(await flawsOf(page)).toEqual([]);
    await press(page, 'Make the group');
    await says(page, 'named like “12 stoar”');
    expect(seen).toEqual(NONE);
    await page.close();
  });

  it('are lists that a file fills, and say which of its rows are bad', async () => {
    const { page, ...seen } = await openPage(browser, service.url, { viewport: phone });
    await page.goto('/groups/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Audit');
    await page.getByText('By a list').click();
    await press(page, 'Make the group');
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    await page.getByLabel('Stores as CSV').setInputFiles({
      name: 'audit.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('store_id\nRP00001\nNOBODY\nRP00012\n'),
    });
    await says(page, 'Nothing was changed');
    const bad = page.getByRole('table', { name: 'Bad rows' }).getByRole('row').nth(1);
    await becomes(() => bad.innerText(), expect.stringMatching(/^3\s.*NOBODY/));
    expect(await flawsOf(page)).toEqual([]);
    await press(page, 'Go on with the 2 good rows');
    await page.getByRole('heading', { name: '2 stores' }).waitFor();
    // What the service refuses is an error in the console of the browser, too.
    expect(seen.errors.filter((error) => !error.includes('422'))).toEqual([]);
    expect(seen.foreignRequests).toEqual([]);
    await page.close();
  });

  it('stand side by side, and narrow the jobs, after stores were tagged at once and back', async () => {
    const { body: vip } = await post<{ id: string }>(service.url, '/api/groups', {
      name: 'Very important',
      rule: { tags: ['vip'] },
    });
    const { body: rest } = await post<{ id: string }>(service.url, '/api/groups', {
      name: 'The others',
      rule: { not: { tags: ['vip'] } },
    });
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/stores?area_code=B');
    for (const id of ['RP00009', 'RP00010']) {
      await page.getByRole('checkbox', { name: `Select row ${id}` }).check();
    }
    const selected = page.getByRole('region', { name: 'Selected stores' });
    await selected.getByText('2 stores selected').waitFor();
    // What is not listed any more is not meant.
    await page.getByRole('searchbox', { name: 'Search stores' }).fill('RP00011');
    await says(page, '1 store found');
    await selected.waitFor({ state: 'detached' });
    await press(page, 'Clear the search');
    await selected.getByText('2 stores selected').waitFor();
    await page.locator('input[aria-label="Tags"]').fill('vip');
    await page.keyboard.press('Enter');
    await press(page, 'Add tags');
    await says(page, 'The tags of 2 stores are changed.');
    const undone = page.waitForResponse(/\/undo$/);
    await press(page, 'Undo');
    await undone;
    await page.goto(`/stores?tag=vip`);
    await says(page, '0 stores found');
    await post(service.url, '/api/tags/changes', { store_ids: ['RP00009', 'RP00010'], add: ['vip'] });
    const good = `${images.url}/good.jpg`;
    const mine = await submit(service.url, [visit('RP00009', good, `${images.url}/none.jpg`)]);
    const other = await submit(service.url, [visit('RP00001', good)]);
    await untilSettled(service.url, mine);
    await untilSettled(service.url, other);

    const rows = page.getByRole('table', { name: 'Jobs' }).getByRole('row');
    await page.goto(`/jobs?group=${vip.id}`);
    await page.getByText('Very important').first().waitFor();
    await becomes(() => rows.count(), 2);

    await page.goto(`/groups/compare?ids=${vip.id},${rest.id}`);
    await page.getByRole('heading', { name: 'Figures' }).waitFor();
    const stores = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Stores', exact: true }) });
    await becomes(() => stores.getByRole('cell').allInnerTexts(), ['2', '10']);
    await page.setViewportSize(phone);
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });
});
