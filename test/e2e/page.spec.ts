import type { Browser, Page } from 'playwright-core';
import { submit, untilSettled, visit } from '../support/api.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyRedis } from '../support/redis.js';
import { startService, type Service } from '../support/service.js';

/** Of the pictures the service ships, in the order of the example. */
const PERIMETERS = ['4,200 px', '2,800 px', '4,480 px', '2,240 px'];
const SETTLE = { timeout: 30_000 };

describe('The page at /', () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    database = await createTestDatabase();
    env = { DATABASE_URL: database.url, REDIS_URL: await emptyRedis(), LOG_LEVEL: 'warn' };
    service = await startService(env);
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await database?.drop();
  });

  it('takes the example as it is and shows the perimeters of its images', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/');
    await filled(page);
    await page.getByRole('button', { name: 'Submit job' }).click();

    await page.waitForURL(/\/\?job=\d+$/);
    await page.locator('#job-status.completed').waitFor(SETTLE);
    await page.locator('#images .pill.measured').nth(3).waitFor();
    expect(await page.locator('#images td.perimeter').allTextContents()).toEqual(PERIMETERS);
    expect(await page.locator('#percent').textContent()).toBe('100 %');
    expect(await page.title()).toMatch(/^Completed - Job \d+$/);
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  }, 60_000);

  it('says where malformed JSON goes wrong, and sends nothing', async () => {
    const { page, errors } = await openPage(browser, service.url);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await page.goto('/');
    await filled(page);
    await page.getByLabel('Job, as JSON').fill('{\n  "count": 1\n  "visits": []\n}');
    await page.getByRole('button', { name: 'Submit job' }).click();

    const note = page.locator('#json-note.wrong');
    await note.waitFor();
    expect(await note.textContent()).toBe('Line 3, column 3: expected a comma or "}", not "visits".');
    expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("shows the API's sentence when it refuses a job, and keeps the text", async () => {
    const { page } = await openPage(browser, service.url);
    await page.goto('/');
    const text = (await filled(page)).replace('RP00001', 'RP99999');
    await page.getByLabel('Job, as JSON').fill(text);
    await page.getByRole('button', { name: 'Submit job' }).click();

    await page.getByText('The store "RP99999" is not in the Store Master.').waitFor();
    expect(await page.getByLabel('Job, as JSON').inputValue()).toBe(text);
    await page.close();
  });

  it('opens a job by its address, also after a reload and by the back button', async () => {
    const ftp = 'ftp://example.com/shelf.jpg';
    const jobId = await submit(service.url, [visit('RP00001', ftp)]);
    await untilSettled(service.url, jobId);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/?job=${jobId}`);
    await page.reload();

    const failure = page.locator('#failures li');
    await failure.waitFor();
    for (const part of ['URL_SCHEME_NOT_ALLOWED', 'RP00001', 'only http and https', ftp]) {
      expect(await failure.textContent()).toContain(part);
    }
    await page.getByRole('link', { name: 'New job' }).click();
    await page.getByRole('heading', { name: 'Submit a job' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: `Job ${jobId}`, exact: true }).waitFor();
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('lists the latest jobs and opens one by keyboard', async () => {
    const jobId = await submit(service.url, [visit('RP00001', 'ftp://example.com/shelf.jpg')]);
    const { page } = await openPage(browser, service.url);
    await page.goto('/');
    await page.getByRole('link', { name: `Job ${jobId} ` }).focus();
    await page.keyboard.press('Enter');

    await page.locator('#job-status.failed').waitFor(SETTLE);
    expect(page.url()).toBe(`${service.url}/?job=${jobId}`);
    await page.close();
  });

  it('tells that there is no such job', async () => {
    const { page } = await openPage(browser, service.url);
    await page.goto('/?job=987654');
    await page.getByText('There is no job 987654.').waitFor();
    await page.close();
  });

  it('loads the images of a large job page by page, and fits a phone', async () => {
    const urls = Array.from({ length: 70 }, (_, i) => `ftp://example.com/${'long-'.repeat(40)}${i}.jpg`);
    const jobId = await submit(service.url, [visit('RP00001', ...urls)]);
    await untilSettled(service.url, jobId);
    const { page } = await openPage(browser, service.url, { viewport: { width: 390, height: 844 } });
    await page.goto(`/?job=${jobId}`);
    await page.locator('#images .pill.failed').nth(49).waitFor();
    expect(await page.locator('#images tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: 'Load more' }).click();

    await page.locator('#images .pill.failed').nth(69).waitFor();
    expect(await page.getByRole('button', { name: 'Load more' }).isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.close();
  });

  it('reconnects when the service has been restarted, and goes on watching', async () => {
    const sample = `http://localhost:${service.port}/samples/shelf-1.jpg`;
    const jobId = await submit(service.url, [visit('RP00001', ...Array<string>(400).fill(sample))]);
    const { page } = await openPage(browser, service.url);
    await page.goto(`/?job=${jobId}`);
    await page.locator('#job-status.ongoing').waitFor();
    await service.stop();
    await page.getByText('Reconnecting …').waitFor();
    await titled(page, `Reconnecting - Job ${jobId}`);
    service = await startService({ ...env, PORT: String(service.port) });

    await page.locator('#job-status.completed').waitFor({ timeout: 60_000 });
    expect(await page.locator('#connection').textContent()).toBe('');
    await page.close();
  }, 120_000);
});

/** Waits until the page has this title. */
async function titled(page: Page, title: string): Promise<void> {
  const isSo = (expected: string) =>
    (globalThis as unknown as { document: { title: string } }).document.title === expected;
  await page.waitForFunction(isSo, title);
}

/** Waits for the example. @returns its text */
async function filled(page: Page): Promise<string> {
  await page.getByText('2 visits, 4 images').waitFor();
  return page.getByLabel('Job, as JSON').inputValue();
}
