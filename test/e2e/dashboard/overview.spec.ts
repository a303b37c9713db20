import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { get, post, submit, untilSettled, visit } from '../../support/api.js';
import { breakableRedis, type BreakableRedis } from '../../support/breakable-redis.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';
import { makeKey } from '../../support/keys.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** What the first page may weigh, gzipped. */
const MOST_BYTES = 350_000;

let stack: Stack;
let redis: BreakableRedis;
let service: Service;
let images: ImageServer;
let browser: Browser;

/** Answers to requests for `/slow.jpg`; they are kept until a test lets go of them. */
const held: ServerResponse[] = [];

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  redis = await breakableRedis(stack.env['REDIS_URL'] ?? '');
  // Answers are held for as long as axe looks at the page.
  service = await stack.start({ REDIS_URL: redis.url, IMAGE_TIMEOUT_MS: '120000' });
  images = await serveImages({ '/slow.jpg': (_, response) => void held.push(response) });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await images?.stop();
  await stack?.stop();
  await redis?.stop();
});

const figure = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** In the states a page is looked at in: on a desk and on a phone. */
async function allFlawsOf(page: Page): Promise<string[]> {
  const flaws = await flawsOf(page);
  await page.setViewportSize(PHONE);
  flaws.push(...(await flawsOf(page)));
  await page.setViewportSize(DESK);
  return flaws;
}

describe('The overview', () => {
  // These are one story: each goes on where the one before ended.
  it('tells what to do first, then shows the first job as it moves, without a click', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Nothing was submitted yet' }).waitFor();
    await page.getByText('100 stores in 1 area can be visited.').waitFor();
    expect(await page.getByRole('link', { name: 'Submit with sample photos' }).getAttribute('href')).toMatch(
      /^\/submit/,
    );
    expect(await allFlawsOf(page)).toEqual([]);

    const sample = (n: number) => `${service.url}/samples/shelf-4.gif?${n}`;
    const jobId = await submit(
      service.url,
      [
        visit('RP00001', ...Array.from({ length: 12 }, (_, n) => sample(n))),
        visit('RP00002', ...Array.from({ length: 4 }, (_, n) => `${images.url}/none-${n}.jpg`)),
        visit('RP00003', ...Array.from({ length: 4 }, (_, n) => `${images.url}/slow.jpg?${n}`)),
      ],
      { reference: 'north-route' },
    );
    const job = row(page, `Job ${jobId}`);
    await job.getByText('16 of 20 images · 4 failed').waitFor();
    await job.getByText('north-route').waitFor();
    await becomes(() => job.getByRole('progressbar').getAttribute('aria-valuetext'), '16 of 20 images, 80 %');
    await figure(page, 'Waiting images').getByText('4', { exact: true }).waitFor();
    await figure(page, 'Active jobs').getByText('1 running').waitFor();
    await becomes(() => page.title(), expect.stringMatching(/^4 images left · Overview/));
    expect(await allFlawsOf(page)).toEqual([]);

    for (const response of held.splice(0)) response.writeHead(404).end();
    await untilSettled(service.url, jobId);
    await page.getByText('All jobs are settled. New ones appear here by themselves.').waitFor();
    await figure(page, 'Waiting images').getByText('nothing is left to do').waitFor();
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('adds up to what the API tells, and keeps its period when it is loaded again', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/');
    const { body } = await get<{ totals: { measured: number; failed: number } }>(service.url, '/api/stats');
    expect(body.totals).toMatchObject({ measured: 12, failed: 8, codes: { HTTP_404: 8 } });
    await figure(page, 'Measured').getByText('60 %').waitFor();
    await figure(page, 'Measured').getByText('8 of 20 images failed').waitFor();
    await page.getByLabel(/^Images settled over time, Last hour: 12 images measured, 8 failed/).waitFor();
    await page.getByLabel(/^Failed images over time, Last hour: HTTP_404 100 %/).waitFor();
    await row(page, 'Area 7100015').getByText('8 of 20 images failed').waitFor();

    await page.getByRole('button', { name: 'Period: Last hour' }).click();
    await page.getByRole('button', { name: 'Last 6 hours' }).click();
    await page.waitForURL('/?period=6h');
    await page.reload();
    await page.getByRole('button', { name: 'Period: Last 6 hours' }).waitFor();
    const reason = page.getByRole('table', { name: 'Failed images by reason' }).getByRole('row').nth(1);
    await becomes(() => reason.textContent(), 'HTTP_4048100 %');
    expect(await reason.getByRole('link').getAttribute('href')).toBe('/jobs?code=HTTP_404&period=6h');

    await page.goto('/?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z');
    await figure(page, 'Measured').getByText('no image was settled').waitFor();
    await page.getByText('No image failed in this period.').waitFor();
    await page.getByText('No job was submitted in this period.').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('tells of single bars by pointer and by keyboard', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/');
    const chart = page.getByLabel(/^Images settled over time/);
    await chart.focus();
    // The images were settled in one of the last minutes.
    for (let n = 0; n < 60 && !(await chart.getByText('Measured').isVisible()); n += 1) {
      await page.keyboard.press('ArrowLeft');
    }
    await becomes(
      () => chart.getByRole('status').textContent(),
      expect.stringMatching(/Failed\d+Measured\d+/),
    );
    expect(await flawsOf(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await chart.getByRole('status').waitFor({ state: 'detached' });
    await chart.hover();
    await chart.getByRole('status').getByText('Nothing').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('pauses all work, takes that back, and goes on with what others paused', async () => {
    const isPaused = async () => (await get<{ paused: boolean }>(service.url, '/api/dispatch')).body.paused;
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/');
    const notice = page.getByText('Jobs are still taken in, and nothing of them is started.');
    await page.getByRole('button', { name: 'Pause all work' }).click();
    const question = page.getByRole('dialog', { name: 'Pause all work?' });
    await question.getByText('No image of any job is started').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await isPaused()).toBe(false);
    await page.getByRole('button', { name: 'Pause all work' }).click();
    await question.getByRole('button', { name: 'Pause everything' }).click();
    await notice.waitFor();
    await becomes(isPaused, true);
    await becomes(() => page.title(), expect.stringMatching(/^Paused/));
    await page.getByRole('button', { name: 'Undo' }).click();
    await notice.waitFor({ state: 'detached' });
    await becomes(isPaused, false);

    await post(service.url, '/api/dispatch/pause', '');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Work goes on.').waitFor();
    await becomes(isPaused, false);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says what a Redis that is away means', async () => {
    const { page } = await openPage(browser, service.url);
    await page.goto('/');
    await figure(page, 'Speed').waitFor();
    expect(await page.getByText('Redis cannot be reached').isVisible()).toBe(false);
    redis.set('cut');
    await page.getByText('Redis cannot be reached').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    redis.set('open');
    await page.getByText('Redis cannot be reached').waitFor({ state: 'detached' });
    await page.close();
  });

  it('fills a screen on a wall, without anything to click but the way back', async () => {
    const { page, errors } = await openPage(browser, service.url, {
      viewport: { width: 1920, height: 1080 },
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'Wall screen' }).click();
    await page.waitForURL('/?wall=1');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor({ state: 'hidden' });
    await page.getByText(/^as of/).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await becomes(() => page.evaluate('document.documentElement.scrollHeight <= innerHeight'), true);
    await page.getByRole('button', { name: 'Leave the wall screen' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is light enough to be there at once', async () => {
    const { page } = await openPage(browser, service.url);
    const loaded: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!['script', 'stylesheet'].includes(response.request().resourceType())) return;
      loaded.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto('/');
    await page.getByLabel(/^Failed images over time/).waitFor();
    await row(page, 'Area 7100015').waitFor();
    const bytes = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
    expect(loaded.length).toBeGreaterThan(2);
    expect({ bytes, isLight: bytes <= MOST_BYTES }).toEqual({ bytes, isLight: true });
    await page.close();
  });
});

describe('The overview of somebody who may only read', () => {
  it('offers nothing that would be refused', async () => {
    await makeKey(stack.database.dataSource, 'chief', 'admin');
    const { text } = await makeKey(stack.database.dataSource, 'visitor', 'read');
    const guarded = await stack.start({ AUTH: 'on' });
    const { page } = await openPage(browser, guarded.url);
    await page.goto('/');
    await page.getByRole('textbox', { name: 'API key' }).fill(text);
    await page.keyboard.press('Enter');
    await figure(page, 'Measured').getByText('60 %').waitFor();
    await page.getByRole('button', { name: 'Wall screen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause all work' }).count()).toBe(0);
    await page.close();
  });
});
