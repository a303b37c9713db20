import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Browser, Locator, Page } from 'playwright-core';
import { get, post, submit, untilSettled, visit } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage, type ObservedPage } from '../../support/browser.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const PHONE = { viewport: { width: 390, height: 844 } };
/** What Chromium says of an answer that refuses something; the page says it better. */
const REFUSAL = /the server responded with a status of 400/;

let stack: Stack;
let service: Service;
let images: ImageServer;
let browser: Browser;
/** Answers that wait for a test to let them go. */
let held: ServerResponse[] = [];
let areBroken = true;

beforeAll(async () => {
  const picture = readFileSync('samples/shelf-4.gif');
  images = await serveImages({
    '/good.gif': picture,
    '/repaired.gif': (_, response) => (areBroken ? response.writeHead(404).end() : response.end(picture)),
    '/held.gif': (_, response) => void held.push(response),
  });
  stack = await startStack();
  await addStores(stack.database, 10, '7100015');
  await stack.database.dataSource.query(`UPDATE stores SET area_code = '7100020' WHERE id = 'RP00002'`);
  service = await stack.start();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  release();
  await browser?.close();
  await stack?.stop();
  await images?.stop();
});

function release(): void {
  const picture = readFileSync('samples/shelf-4.gif');
  for (const response of held) response.end(picture);
  held = [];
}

const url = (name: string, n = 1) => `${images.url}/${name}.gif?${n}`;
const open = async (path: string, options = {}): Promise<ObservedPage> => {
  const observed = await openPage(browser, service.url, options);
  await observed.page.goto(path);
  await observed.page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
  return observed;
};
const row = (page: Page, jobId: string) => page.getByRole('row').filter({ has: linkOf(page, jobId) });
const linkOf = (page: Page | Locator, jobId: string) =>
  page.getByRole('link', { name: `Job ${jobId}`, exact: true });

/** Waits until exactly these jobs are listed, newest first. */
async function untilListed(page: Page, ...jobIds: string[]): Promise<void> {
  const rows = page.getByRole('row');
  const newestFirst = [...jobIds].sort((a, b) => Number(b) - Number(a));
  for (const [index, jobId] of newestFirst.entries()) await linkOf(rows.nth(index + 1), jobId).waitFor();
  await rows.nth(jobIds.length + 1).waitFor({ state: 'detached' });
}

async function expectClean({ page, errors, foreignRequests }: ObservedPage): Promise<void> {
  expect({ errors: errors.filter((error) => !REFUSAL.test(error)), foreignRequests }).toEqual({
    errors: [],
    foreignRequests: [],
  });
  await page.close();
}

describe('The list of jobs', () => {
  it('says what to do while there is none', async () => {
    const observed = await open('/jobs');
    await observed.page.getByRole('heading', { name: 'No jobs yet' }).waitFor();
    expect(await observed.page.getByRole('link', { name: 'Submit the first one' }).getAttribute('href')).toBe(
      '/submit',
    );
    await expectClean(observed);
  });

  it('is narrowed in the address and by hand, and is the same after a reload and on the way back', async () => {
    const north = await submit(service.url, [visit('RP00001', url('good'))], {
      reference: 'route-1',
      labels: { team: 'north' },
    });
    const south = await submit(service.url, [visit('RP00002', url('none'))], { labels: { team: 'south' } });
    for (const jobId of [north, south]) await untilSettled(service.url, jobId);
    const observed = await open('/jobs?state=failed&store_id=RP00002');
    const { page } = observed;
    await untilListed(page, south);
    await page.getByRole('button', { name: 'Clear all' }).click();
    // Links that were drawn before keep the filter.
    await page.getByRole('button', { name: 'Clear all' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await untilListed(page, south, north);
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Filters' }).click();
    const form = page.getByRole('form', { name: 'Filters' });
    const choose = async (field: string, option: RegExp) => {
      await form.getByLabel(field).click();
      await page.getByRole('option', { name: option }).click();
    };
    const byHand: [chip: string, fill: () => Promise<unknown>, jobs: string[]][] = [
      ['Store RP00002', () => choose('Store', /RP00002/), [south]],
      ['Area 7100015', () => choose('Area', /^7100015/), [north]],
      ['Failed with HTTP_404', () => choose('Error code', /^HTTP_404$/), [south]],
      ['Reference route-1', () => form.getByLabel('Reference').fill('route-1'), [north]],
      ['Label team:south', () => form.getByLabel('Label').fill('team:south'), [south]],
      ['Last hour', () => form.getByLabel('Submitted').selectOption('Last hour'), [south, north]],
    ];
    for (const [chip, fill, jobs] of byHand) {
      await fill();
      await form.getByRole('button', { name: 'Show jobs' }).click();
      const remove = page.getByRole('button', { name: `Remove ${chip}` });
      await remove.waitFor();
      await untilListed(page, ...jobs);
      await remove.click();
      await untilListed(page, south, north);
    }
    await form.getByLabel('Submitted').selectOption('Between two times');
    await form.getByLabel('To', { exact: true }).fill('2020-01-01T00:00');
    expect(await flawsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Show jobs' }).click();
    await page.getByRole('heading', { name: 'No job fits' }).waitFor();

    await page.goto('/jobs?label=south');
    await page.getByText('"label" must be a name and a value like team:north, not "south".').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await untilListed(page, south, north);
    await page.getByRole('link', { name: 'Failed', exact: true }).click();
    await untilListed(page, south);
    await page.reload();
    await untilListed(page, south);
    await row(page, south).click();
    await page.waitForURL(`**/jobs/${south}`);
    await page.goBack();
    await untilListed(page, south);
    await becomes(() => new URL(page.url()).search, '?state=failed');

    const link = await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href');
    const file = await (await fetch(service.url + link)).text();
    expect(file.split('\r\n').filter((line) => line.includes('HTTP_404'))).toHaveLength(1);
    expect(file).not.toContain('good.gif');
    await expectClean(observed);
  });

  it('has its filters in a drawer on a phone', async () => {
    const observed = await open('/jobs', PHONE);
    const { page } = observed;
    await page.getByRole('button', { name: 'Filters' }).click();
    const drawer = page.getByRole('dialog', { name: 'Filters' });
    await drawer.getByLabel('Reference').fill('route-1');
    expect(await flawsOf(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Show jobs' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Remove Reference route-1' }).waitFor();
    await becomes(() => page.getByRole('row').count(), 2);
    expect(await flawsOf(page)).toEqual([]);
    await expectClean(observed);
  });

  it('lets a job in while one looks, and follows it to its end', async () => {
    const observed = await open('/jobs');
    const { page } = observed;
    await page.getByRole('row').nth(1).waitFor();
    const jobId = await submit(service.url, [visit('RP00001', url('good'), url('held'))]);
    await row(page, jobId).getByText('Running').waitFor();
    await row(page, jobId).getByText('1 / 2').waitFor();
    await becomes(() => page.title(), '1 active · Jobs · Store Management Processor');
    await page.getByRole('link', { name: 'Running 1' }).click();
    await untilListed(page, jobId);
    await page.getByRole('link', { name: 'All', exact: true }).click();
    release();
    await row(page, jobId).getByText('Completed').waitFor();
    await becomes(() => page.title(), 'Jobs · Store Management Processor');
    await expectClean(observed);
  });
});

describe('Many jobs at once', () => {
  it('have their failed images run again, after a dry run, until all of them are through', async () => {
    const jobs: string[] = [];
    for (const n of [1, 2]) {
      const urls = [url('good'), url('repaired', n), url('none', n)];
      jobs.push(await submit(service.url, [visit('RP00001', ...urls)], { reference: 'many' }));
    }
    for (const jobId of jobs) await untilSettled(service.url, jobId);
    const observed = await open('/jobs?reference=many');
    const { page } = observed;
    await page.getByLabel('Select all rows shown').click();
    await page.getByText('2 jobs selected').waitFor();
    await becomes(() => page.getByRole('button', { name: 'Cancel jobs' }).isDisabled(), true);
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('button', { name: 'Retry failed images' }).click();
    const dialog = page.getByRole('dialog', { name: 'Retry failed and cancelled images' });
    await dialog.getByText('4 images of 2 jobs').waitFor();
    await dialog.getByRole('row', { name: 'HTTP_404 4' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    areBroken = false;
    await dialog.getByRole('button', { name: 'Retry 4 images' }).click();
    await page.getByText('2 jobs are through, 4 images; 2 have failures again').waitFor();
    for (const jobId of jobs) await row(page, jobId).getByText('Failed').waitFor();
    await page.reload();
    await page.getByText('2 jobs are through').waitFor();
    await page.getByRole('button', { name: /^Hide retry/ }).click();

    await page.getByRole('button', { name: 'Retries' }).click();
    const drawer = page.getByRole('dialog', { name: 'Retries of many jobs' });
    await drawer.getByRole('listitem').filter({ hasText: '2 jobs are through, 4 images' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await expectClean(observed);
  });

  it('are cancelled, all that fit, after a dry run; to undo that runs their images', async () => {
    await post(service.url, '/api/dispatch/pause', {});
    const ended = await submit(service.url, [visit('RP00003', url('good'))], { reference: 'ended' });
    await post(service.url, `/api/jobs/${ended}/cancel`, {});
    const jobs: string[] = [];
    for (let n = 0; n < 3; n += 1)
      jobs.push(await submit(service.url, [visit('RP00003', url('good', n), url('good', 9 + n))]));
    const observed = await open('/jobs?store_id=RP00003');
    const { page } = observed;
    await untilListed(page, ended, ...jobs);
    await page.getByLabel(`Select row ${jobs[2]}`).click();
    await page.getByLabel(`Select row ${ended}`).click({ modifiers: ['Shift'] });
    await page.getByText('4 jobs selected').waitFor();
    await page.getByRole('button', { name: 'Cancel jobs' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel jobs' });
    await dialog.getByText('3 jobs would end now, and 6 images').waitFor();
    await dialog.getByText('1 job that has ended is skipped.').waitFor();
    await dialog.locator('button:focus', { hasText: 'Not now' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel 3 jobs' }).click();
    await page.getByText('3 jobs cancelled, with 6 images.').waitFor();
    for (const jobId of jobs) await row(page, jobId).getByText('Cancelled', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('6 cancelled images will run again.').waitFor();
    await post(service.url, '/api/dispatch/resume', {});
    for (const jobId of jobs) expect((await untilSettled(service.url, jobId)).status).toBe('completed');
    await row(page, ended).getByText('Cancelled', { exact: true }).waitFor();
    const { body } = await get<{ run: number }>(service.url, `/api/jobs/${ended}`);
    expect(body.run).toBe(0);
    await expectClean(observed);
  });
});

describe('Ten thousand jobs', () => {
  it('scroll with few rows drawn, can be chosen by the filter, and are left in place when one is new', async () => {
    await stack.database.dataSource.query(
      `INSERT INTO jobs (visit_count, total, processed, failed, reference, started_at, settled_at, created_at)
       SELECT 1, 5, 5 - n % 2, n % 2, 'bulk', now(), now(), now() - interval '1 day' FROM generate_series(1, 10000) AS n`,
    );
    const observed = await open('/jobs?reference=bulk');
    const { page } = observed;
    await page.getByRole('row').nth(10).waitFor();
    const table = page.getByRole('table', { name: 'Jobs' });
    const rowCount = () => table.getAttribute('aria-rowcount');
    for (const end = Date.now() + 200_000; (await rowCount()) !== '10001' && Date.now() < end;) {
      await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight)`);
      expect(await page.getByRole('row').count()).toBeLessThan(100);
    }
    expect(await rowCount()).toBe('10001');

    const fresh = await submit(service.url, [visit('RP00001', url('good'))], { reference: 'bulk' });
    await page.getByRole('button', { name: '1 new job' }).waitFor();
    expect(await page.evaluate(`scrollY`)).toBeGreaterThan(100_000);
    // One in the middle of the window, which a click does not have to scroll to.
    const name = await page.getByRole('row').nth(22).getByRole('link').getAttribute('aria-label');
    const scrolledPx = Number(await page.evaluate(`scrollY`));
    const deep = page.getByRole('link', { name: name ?? '', exact: true });
    await deep.click();
    await page.waitForURL('**/jobs/*');
    await page.goBack();
    await deep.waitFor();
    await becomes(async () => Math.abs(Number(await page.evaluate(`scrollY`)) - scrolledPx) < 100, true);

    await page.getByRole('button', { name: '1 new job' }).click();
    await row(page, fresh).getByText('Completed').waitFor();
    await becomes(() => page.evaluate(`scrollY`), 0);
    await expectClean(observed);
  }, 300_000);

  it('are retried by what the list is narrowed to, also those that nobody scrolled to', async () => {
    const observed = await open('/jobs?reference=bulk&state=failed');
    const { page } = observed;
    await page.getByLabel('Select all rows shown').click();
    await page.getByText('100 jobs selected').waitFor();
    await page.getByRole('button', { name: 'Select all that fit' }).click();
    const [asked] = await Promise.all([
      page.waitForRequest('**/api/jobs/retry'),
      page.getByRole('button', { name: 'Retry failed images' }).click(),
    ]);
    expect(asked.postDataJSON()).toEqual({ filter: { state: 'failed', reference: 'bulk' }, dry_run: true });
    // Their images are in no table: nothing can be run again.
    await page.getByText('None of these jobs has an image to run again.').waitFor();
    await expectClean(observed);
  });
});
