import type { Browser, Locator, Page } from 'playwright-core';
import { get, submit, untilSettled, visit, type VisitBody } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';
import { photo } from '../../support/pictures.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const NONE = { errors: [], foreignRequests: [] };
const STRANGE = '<b>ZULEIKA</b> & "SONS" <img src=x onerror=alert(1)>';

interface Counts {
  readonly visits: number;
  readonly measured: number;
  readonly failed: number;
}

let stack: Stack;
let service: Service;
let browser: Browser;
let images: ImageServer;

beforeAll(async () => {
  stack = await startStack();
  service = await stack.start();
  browser = await launchBrowser();
  images = await serveImages({ '/good.jpg': await photo(160, 120).jpeg().toBuffer() });
  await addStores(stack.database, 5_000);
  await stack.database.dataSource.query(
    `INSERT INTO stores (id, name, area_code, active)
     VALUES ('RQ1', $1, '7200001', true), ('RQ2', 'QUIRINUS PAN SHOP', '7200001', false)`,
    [STRANGE],
  );
  const [good, bad] = [`${images.url}/good.jpg`, `${images.url}/none.jpg`];
  const today = (storeId: string, ...urls: string[]): VisitBody => ({
    ...visit(storeId, ...urls),
    visit_time: new Date().toISOString(),
  });
  const job = await submit(service.url, [
    today('RQ1', good, bad, bad),
    today('RP00001', ...Array<string>(9).fill(good), bad),
    visit('RP00002', good),
  ]);
  await untilSettled(service.url, job);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await images?.stop();
});

const phone = { width: 390, height: 844 };
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const cells = (row: Locator) => row.getByRole('cell').allInnerTexts();

/** The text in a box of figures below its label. */
const figure = (page: Page, label: string) =>
  page
    .locator('dl')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .first();

describe('The stores', () => {
  it('are found while one types, narrowed by the address, and opened', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/stores');
    await page.getByText('5,002 stores in the Store Master').waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.keyboard.press('/');
    // Slower than a pause in typing: what is typed meanwhile must not get lost.
    await page.keyboard.type('zuleika', { delay: 170 });
    await page.getByText('1 store found').waitFor();
    await becomes(() => page.locator('mark').allInnerTexts(), ['ZULEIKA']);
    await page.getByRole('link', { name: STRANGE }).click();
    await page.getByRole('heading', { level: 1, name: STRANGE }).waitFor();
    await becomes(() => page.title(), expect.stringContaining(STRANGE));
    await page.goBack();
    await page.getByText('1 store found').waitFor();
    await becomes(() => page.getByRole('searchbox', { name: 'Search stores' }).inputValue(), 'zuleika');

    await page.goto('/stores?area_code=7200001&active=false');
    await page.getByRole('link', { name: 'QUIRINUS PAN SHOP' }).waitFor();
    await page.reload();
    await page.getByText('1 store found').waitFor();
    await becomes(() => page.getByRole('radio', { name: 'Inactive', exact: true }).isChecked(), true);
    await page.getByRole('searchbox', { name: 'Search stores' }).fill('no such name');
    await page.getByRole('button', { name: 'Show all stores' }).click();
    await page.getByText('5,002 stores in the Store Master').waitFor();
    await becomes(() => new URL(page.url()).search, '');

    await page.setViewportSize(phone);
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });

  it('can be scrolled by thousands, with few rows drawn', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/stores');
    const rows = table(page, 'Stores').getByRole('row');
    await rows.nth(10).waitFor();
    const last = page.getByRole('link', { name: 'QUIRINUS PAN SHOP' });
    while (!(await last.isVisible())) await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect(await rows.count()).toBeLessThan(100);
    expect(seen).toEqual(NONE);
    await page.close();
  });
});

describe('A store', () => {
  it('tells what the API tells, and shows photos only when somebody asks', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/stores/RQ1?period=7d');
    await page.getByText('1 measured, 2 failed').first().waitFor();
    const { body } = await get<Counts>(service.url, '/api/stores/RQ1/figures');
    for (const [name, text] of [
      ['Visits', `${body.visits}`],
      ['Images', `${body.measured + body.failed}`],
      ['Success rate', '33.3 %'],
    ] as const) {
      await becomes(() => figure(page, name).innerText(), text);
    }
    await page.getByRole('img', { name: /1 measured and 2 failed, of 1 visit on 1 day/ }).waitFor();
    await becomes(() => page.getByRole('list', { name: 'Last errors' }).getByRole('listitem').count(), 2);
    const link = page.getByRole('link', { name: /^Job \d+, image 1$/ });
    expect(await link.getAttribute('href')).toBe('/jobs/1?image=1');
    expect(await page.getByRole('link', { name: 'HTTP_404' }).getAttribute('href')).toContain('store_id=RQ1');
    expect(await flawsOf(page)).toEqual([]);
    await link.click();
    await page.getByRole('dialog', { name: 'Image 1', exact: true }).waitFor();
    await page.goto('/stores/RQ1?period=7d');
    await page.getByText('1 measured, 2 failed').first().waitFor();

    await page.getByRole('switch', { name: 'Show photos' }).click({ force: true });
    await page.getByRole('button', { name: /^Open photo 1 of the visit, measured: good.jpg/ }).click();
    await page.getByText('good.jpg, perimeter').waitFor();
    await page.keyboard.press('Escape');
    // Only the photos come from elsewhere; two of them are missing there.
    expect(foreignRequests.every((url) => url.startsWith(images.url))).toBe(true);
    expect(errors.filter((error) => !/status of 404/.test(error))).toEqual([]);
    await page.close();
  });

  it('follows its visits until they are settled, and leads to the next one', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    let tries = 0;
    await page.route('**/api/stores/RQ1/visits?*', async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      // As they were a moment before the figures were counted.
      const response = await route.fetch();
      const body = (await response.json()) as { visits: { counts: object }[] };
      const visits = body.visits.map((one) => ({
        ...one,
        counts: { ...one.counts, measured: 0, failed: 0, pending: 3 },
      }));
      return route.fulfill({ response, json: { ...body, visits } });
    });
    await page.goto('/stores/RQ1?period=7d');
    const row = table(page, 'Visits').getByRole('row').nth(1);
    await row.getByRole('cell', { name: '3 pending', exact: true }).last().waitFor();
    await row.getByRole('cell', { name: '1 measured, 2 failed', exact: true }).last().waitFor();

    await page.getByRole('link', { name: 'Submit a visit' }).click();
    const visitOne = page.getByRole('listitem', { name: 'Visit 1' });
    await visitOne.getByText('ZULEIKA').first().waitFor();
    await page.waitForURL(/\/submit$/);
    await page.reload();
    await visitOne.getByText('ZULEIKA').first().waitFor();
    expect(await page.getByRole('listitem', { name: 'Visit 2' }).count()).toBe(0);
    expect(seen).toEqual(NONE);
    await page.close();
  });

  it('keeps its period in the address, and says so where nothing happened or nothing is', async () => {
    const { page, errors } = await openPage(browser, service.url, { viewport: phone });
    await page.goto('/stores/RP00002');
    await page.getByRole('button', { name: 'Period: Last 90 days' }).click();
    await page.getByRole('button', { name: 'Last 7 days', exact: true }).click();
    await page.getByRole('heading', { name: 'No visits in this period' }).first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Period: Last 7 days' }).waitFor();
    await page.getByRole('heading', { name: 'No visits in this period' }).first().waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(errors).toEqual([]);

    await page.goto('/stores/none');
    await page.getByRole('heading', { name: 'There is no store none' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.close();
  });
});

describe('The areas', () => {
  it('are listed by trouble or by a column, add up with the API, and lead on', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/areas');
    const rows = table(page, 'Areas').getByRole('row');
    await rows.nth(2).waitFor();
    await becomes(
      () => cells(rows.nth(1)),
      expect.arrayContaining(['7200001', '33.3 %', '2', 'HTTP_404', '3', '1']),
    );
    await becomes(async () => (await cells(rows.nth(2)))[0], '7100015');
    const { body } = await get<{ areas: (Counts & { area_code: string })[] }>(
      service.url,
      '/api/areas/figures',
    );
    const other = body.areas.find(({ area_code }) => area_code === '7100015');
    expect([other?.visits, other?.measured, other?.failed]).toEqual([2, 10, 1]);
    expect(await cells(rows.nth(2))).toEqual(expect.arrayContaining(['90.9 %', '1', '11', '2']));
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Images', exact: true }).click();
    await page.waitForURL(/sort=-images/);
    await page.reload();
    await rows.nth(1).getByText('7100015').waitFor();

    await page.getByRole('link', { name: 'Area 7200001' }).click();
    const detail = page.getByRole('dialog', { name: 'Area 7200001' });
    await detail.getByText('1 measured, 2 failed').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await detail.getByRole('link', { name: 'Its stores' }).click();
    await page.getByText('2 stores found').waitFor();
    expect(seen).toEqual(NONE);
    await page.close();
  });

  it('can be searched and opened on a phone', async () => {
    const { page, ...seen } = await openPage(browser, service.url, { viewport: phone });
    await page.goto('/areas?period=7d&area=7100015');
    await page.getByRole('dialog', { name: 'Area 7100015' }).getByText('10 measured, 1 failed').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Search areas' }).fill('72');
    await page.waitForURL(/q=72/);
    await page.getByRole('link', { name: 'Area 7100015' }).waitFor({ state: 'hidden' });
    await becomes(() => table(page, 'Areas').getByRole('row').count(), 2);
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });
});
