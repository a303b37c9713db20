import type { Browser, Page } from 'playwright-core';
import { post, submit, visit } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

/** What Chromium itself says of a service that is away. */
const AWAY = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|status of 50[23]/;

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

/** Counts the streams of events that a page opens. */
function countStreams(page: Page): () => number {
  let streams = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams += 1;
  });
  return () => streams;
}

describe('The frame around the pages', () => {
  it('leads everywhere by keyboard, and skips to the content', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.keyboard.press('Tab');
    await becomes(() => page.evaluate('document.activeElement.textContent'), 'Skip to the content');
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate('document.activeElement.id'), 'content');

    for (const name of ['Submit', 'Jobs', 'Stores', 'Groups', 'Areas', 'Store Master', 'Settings']) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await becomes(() => page.title(), expect.stringMatching(/ · Store Management Processor$/));
    }
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('folds its menu on a phone', async () => {
    const { page, errors } = await openPage(browser, service.url, { viewport: { width: 390, height: 844 } });
    await page.goto('/');
    const jobs = page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Jobs', exact: true });
    const menu = page.getByRole('button', { name: 'Open the menu' });
    await menu.waitFor();
    expect(await jobs.isVisible()).toBe(false);
    await menu.click();
    expect(await flawsOf(page)).toEqual([]);
    await jobs.click();
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await jobs.waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says of an address it does not know that there is nothing, and where to go', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/nothing/here');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is served to people at every address of the page, and to programs never', async () => {
    const ask = (path: string, accept: string) => fetch(service.url + path, { headers: { Accept: accept } });
    const html = await ask('/jobs/128', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const [path, accept] of [
      ['/jobs/128', '*/*'],
      ['/jobs/128', 'application/json'],
      ['/api/nothing', 'text/html'],
      ['/assets/gone-12345678.js', 'text/html'],
    ] as const) {
      const answer = await ask(path, accept);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/json; charset=utf-8',
      ]);
    }
  });

  it('sends what it loads packed, and to be kept for good', async () => {
    const html = await (await fetch(service.url + '/')).text();
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(html) ?? [];
    const { headers, status } = await fetch(service.url + script, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(status).toBe(200);
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('follows the jobs with one stream for all tabs, and hands it on when a tab is closed', async () => {
    const first = (await openPage(browser, service.url)).page;
    const context = first.context();
    const streamsOfFirst = countStreams(first);
    const followed = first.waitForResponse((response) => response.url().endsWith('/api/events'));
    await first.goto('/');
    await followed;
    const second = await context.newPage();
    const streamsOfSecond = countStreams(second);
    await second.goto('/');
    await second.getByRole('heading', { name: 'Overview' }).waitFor();
    await second.waitForLoadState('load');
    expect([streamsOfFirst(), streamsOfSecond()]).toEqual([1, 0]);

    const takenOver = second.waitForResponse((response) => response.url().endsWith('/api/events'));
    await first.goto('about:blank');
    expect((await takenOver).status()).toBe(200);
    await first.close();
  });

  it('says that a list or its next rows could not be loaded, and asks again only now and then', async () => {
    await addStores(stack.database, 150);
    const { page, errors } = await openPage(browser, service.url);
    const asked = { next: 0, limits: 0 };
    let isGone = true;
    await page.route('**/api/stores?*cursor=*', async (route) => {
      asked.next += 1;
      const json = { error: 'This cursor is gone.', code: 'CURSOR_GONE' };
      await (isGone ? route.fulfill({ status: 410, json }) : route.continue());
    });
    await page.goto('/stores');
    await page.getByText('Scroll for more').scrollIntoViewIfNeeded();
    await page.getByText('Could not load more').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(asked.next).toBe(1);
    isGone = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Could not load more').waitFor({ state: 'detached' });
    expect(asked.next).toBe(2);

    await page.route('**/api/limits', async (route) => {
      asked.limits += 1;
      await route.fulfill({ status: 500, json: { error: 'It broke.', code: 'INTERNAL_ERROR' } });
    });
    await page.goto('/settings/limits');
    await page.getByText('This could not be loaded').waitFor();
    await page.getByText('It broke.').waitFor();
    expect(asked.limits).toBe(4);
    expect(errors.filter((error) => !/status of (410|500)/.test(error))).toEqual([]);
    await page.close();
  });

  it('notices that the service hangs also where nothing is asked of it', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.clock.install();
    await page.goto('/nothing/here');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.waitForLoadState('networkidle');
    service.process.kill('SIGSTOP');
    const asked = page.waitForRequest('**/api/session');
    await page.clock.fastForward(20_000);
    await asked;
    await page.clock.fastForward(8_000);
    const note = page.getByText('The service takes long to answer. What you see may be old');
    await note.waitFor();
    service.process.kill('SIGCONT');
    await note.waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says when the service is away, and goes on by itself when it is back', async () => {
    const port = String(service.port);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    const following = () => page.waitForResponse((response) => response.url().endsWith('/api/events'));
    const followed = following();
    await addStores(stack.database, 1);
    await post(service.url, '/api/dispatch/pause', {});
    const jobId = await submit(service.url, [visit('RP00001', 'http://127.0.0.1:1/never-asked.gif')]);
    await page.goto('/jobs');
    await followed;
    const row = page.getByRole('row').filter({ hasText: jobId });
    await row.getByText('Queued').waitFor();
    await service.stop('SIGKILL');
    const note = page.getByText('The service cannot be reached. What you see may be old');
    await note.waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(await row.getByText('Queued').isVisible()).toBe(true);
    await page.getByText('It is not live right now').waitFor();

    // The job ends while this page hears of nothing.
    const other = await stack.start();
    expect((await post(other.url, `/api/jobs/${jobId}/cancel`, {})).status).toBeLessThan(300);
    await post(other.url, '/api/dispatch/resume', {});
    await other.stop();

    const followedAgain = following();
    service = await stack.start({ PORT: port });
    await note.waitFor({ state: 'hidden' });
    expect((await followedAgain).status()).toBe(200);
    await row.getByText('Cancelled').waitFor();
    expect(errors.filter((error) => !AWAY.test(error))).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await page.close();
  });
});
