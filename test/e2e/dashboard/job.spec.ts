import type { ServerResponse } from 'node:http';
import csvParser from 'csv-parser';
import { createReadStream } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { get, post, submit, untilSettled, visit } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import { serveImages, type ImageServer } from '../../support/image-server.js';
import { photo } from '../../support/pictures.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let stack: Stack;
let service: Service;
let browser: Browser;
let host: ImageServer;
let jpeg: Buffer;
let isMended = false;
const held: ServerResponse[] = [];

beforeAll(async () => {
  jpeg = await photo(64, 48).jpeg().toBuffer();
  host = await serveImages({
    '/good.jpg': jpeg,
    '/held.jpg': (_, response) => held.push(response),
    '/broken.jpg': (_, response) => {
      if (isMended) response.end(jpeg);
      else response.writeHead(404).end();
    },
  });
  stack = await startStack();
  await addStores(stack.database);
  // Checks of a page take their time while images are held.
  service = await stack.start({ IMAGE_TIMEOUT_MS: '120000' });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await host?.stop();
});

/** Lets the image server answer so many of the requests that it holds, in time all of them. */
async function release(images: number): Promise<void> {
  for (let left = images; left > 0; left -= 1) {
    await becomes(() => held.length > 0, true);
    held.shift()?.end(jpeg);
  }
}

const urls = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${host.url}/${name}.jpg?${n}`);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true });
const rows = (page: Page) => page.getByRole('table', { name: 'Images' }).locator('tbody tr[aria-rowindex]');
const untilTitle = (page: Page, start: string) =>
  becomes(() => page.title(), expect.stringMatching(`^${start}`));

/** What Chromium says when an address that is looked at has no picture. */
const isOfHost = (text: string) => text.includes(host.url);

describe('The page of a job', () => {
  it('shows it live to its end, and tells in the title how far it is', async () => {
    const jobId = await submit(service.url, [
      visit('RP00001', ...urls('good', 4)),
      visit('RP00002', ...urls('held', 4)),
    ]);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}`);
    await untilTitle(page, `50 % · Job ${jobId} ·`);
    await heading(page, /^Job \d+ Running/).waitFor();
    await rows(page).filter({ hasText: 'Measured' }).nth(3).waitFor();
    await becomes(() => rows(page).filter({ hasText: 'Pending' }).count(), 4);
    expect(await flawsOf(page)).toEqual([]);

    await release(2);
    await untilTitle(page, '75 % ·');
    await rows(page).filter({ hasText: 'Measured' }).nth(5).waitFor();
    await release(2);
    await untilTitle(page, `Completed · Job ${jobId}`);
    await button(page, 'Measured: 8').waitFor();
    await page.getByText('Nothing: 8 images were measured.').waitFor();
    await rows(page).filter({ hasText: 'Measured' }).nth(7).waitFor();
    await page.getByText('8 images measured', { exact: true }).waitFor(); // in the history
    await page.getByRole('table', { name: 'Time of the images by stage' }).waitFor();
    await becomes(() => button(page, /^(Retry|Cancel|Pause)$/).count(), 0);
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('leads from a failure to its image, and runs it again once it was mended', async () => {
    const jobId = await submit(service.url, [
      visit('RP00001', `${host.url}/good.jpg`, `${host.url}/broken.jpg`, `${host.url}/good.jpg?2`),
    ]);
    await untilSettled(service.url, jobId);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}`);
    await untilTitle(page, `Failed · Job ${jobId}`);
    const reasons = page.getByRole('list', { name: 'Failures by reason' });
    await reasons.getByText('The file is gone').waitFor();
    await page.setViewportSize(PHONE);
    expect(await flawsOf(page)).toEqual([]);
    await page.setViewportSize(DESK);

    await button(page, 'Show images with HTTP_404').click();
    await page.waitForURL(/code=HTTP_404/);
    await button(page, 'Show all').waitFor(); // links drawn before lead to the whole list
    await link(page, 'Open image 1').click();
    const dialog = page.getByRole('dialog', { name: 'Image 1' });
    await dialog.getByText('Your browser could not show this picture').waitFor();
    await dialog.getByText('Have the photo uploaded again').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await button(page, 'Show all').click();
    await link(page, 'Open image 0').click();
    await page.waitForURL(/image=0/);
    const good = page.getByRole('dialog', { name: 'Image 0' });
    await good.getByRole('img', { name: 'good.jpg' }).waitFor();
    await good.getByText('224 px').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: 'Image 1' }).waitFor();
    await button(page, 'Next image').click();
    await page.reload(); // a link to one image works for others, too
    await page.getByRole('dialog', { name: 'Image 2' }).getByRole('img', { name: 'good.jpg' }).waitFor();
    await button(page, 'Close the image').click();

    isMended = true;
    await button(page, 'Run images with HTTP_404 again').click();
    await button(page, 'Run 1 image again').click();
    await untilTitle(page, `Completed · Job ${jobId}`);
    await page.getByText('Run 1 begun').waitFor();
    await page.getByText('Nothing: 3 images were measured.').waitFor();
    await page.getByRole('radiogroup', { name: 'Results of' }).getByText('First run').click();
    await page.waitForURL(/run=0/);
    await reasons.getByText('The file is gone').waitFor();
    await rows(page).filter({ hasText: 'Failed' }).waitFor();

    expect(errors.filter((error) => !isOfHost(error))).toEqual([]);
    const looked = [`${host.url}/good.jpg`, `${host.url}/broken.jpg`, `${host.url}/good.jpg?2`];
    expect([...new Set(foreignRequests)].sort()).toEqual(looked.sort());
    await page.close();
  });

  it('pauses, resumes and cancels, each with a way back', async () => {
    const jobId = await submit(service.url, [visit('RP00001', ...urls('held', 3))]);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}`);
    await heading(page, /^Job \d+ Running/).waitFor();
    await button(page, 'Pause').click();
    await heading(page, /^Job \d+ Paused/).waitFor();
    await untilTitle(page, `Paused · Job ${jobId}`);
    await button(page, 'Undo').click();
    await heading(page, /^Job \d+ Running/).waitFor();
    await button(page, 'Pause').click();
    await button(page, 'Resume').click();
    await heading(page, /^Job \d+ Running/).waitFor();

    // What comes later than the end of the job would stay in the way of its next run.
    await becomes(() => held.length, 3);
    await button(page, 'Cancel').click();
    const question = page.getByRole('dialog', { name: `Cancel job ${jobId}?` });
    await question.getByText('3 images of 3 have no result yet').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel 3 images' }).click();
    await heading(page, /^Job \d+ Cancelled/).waitFor();
    await button(page, 'Cancelled: 3').waitFor();
    held.length = 0;

    await page
      .getByRole('alert')
      .filter({ hasText: 'is cancelled' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await heading(page, /^Job \d+ Running/).waitFor();
    await release(3);
    await heading(page, /^Job \d+ Completed/).waitFor();
    expect(await get(service.url, `/api/jobs/${jobId}`)).toMatchObject({
      body: { state: 'completed', run: 1 },
    });
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('gives the results as files, all of them or those that are listed', async () => {
    const bad = `${host.url}/none.jpg`;
    const jobId = await submit(service.url, [visit('RP00001', `${host.url}/good.jpg`, bad)]);
    await untilSettled(service.url, jobId);
    const { page, errors } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}?state=failed`);
    const download = async (which: number, name: string) => {
      await button(page, 'Export').click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).nth(which).click(),
      ]);
      return file;
    };
    const all = await csvRows(await download(0, 'CSV file'));
    expect(all.map(({ image_url, state, perimeter }) => [image_url, state, perimeter])).toEqual([
      [`${host.url}/good.jpg`, 'measured', '224'],
      [bad, 'failed', ''],
    ]);
    expect((await csvRows(await download(1, 'CSV file'))).map(({ idx }) => idx)).toEqual(['1']);
    const workbook = await download(0, 'Excel workbook');
    expect(workbook.suggestedFilename()).toBe(`job-${jobId}-results.xlsx`);
    const [first] = await readWorkbook(await workbook.path());
    expect(first?.data).toHaveLength(3);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('shows what others wrote as text, whatever it is', async () => {
    const attack = '<img src=x onerror="document.title=`hacked`"><script>document.title=`hacked`</script>';
    await stack.database.dataSource.query(`UPDATE stores SET name = $1 WHERE id = 'RP00009'`, [attack]);
    const jobId = await submit(
      service.url,
      [visit('RP00009', `javascript:document.title='hacked'//.jpg`, `http://127.0.0.1:9/${attack}`)],
      { reference: `reference ${attack}`, labels: { team: `label ${attack}` } },
    );
    await untilSettled(service.url, jobId);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}`);
    await page.getByRole('link', { name: `reference ${attack}` }).waitFor();
    await page.getByRole('link', { name: `team:label ${attack}` }).waitFor();
    await page.getByRole('radiogroup', { name: 'Failures by' }).getByText('By store').click();
    await page.getByRole('link', { name: attack, exact: true }).waitFor();
    await page.getByText('By reason').click();
    await link(page, 'Open image 0').click();
    await page.getByText('This address is none that can be opened').waitFor();
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((link) => (link as unknown as Link).href));
    expect(links.filter((href) => !/^https?:/.test(href))).toEqual([]);
    expect(links.length).toBeGreaterThan(5);
    await page.setViewportSize(PHONE);
    expect(await flawsOf(page)).toEqual([]);
    await untilTitle(page, 'Failed · Job');
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('lists 10,000 images with few rows drawn, from any place on, as its address says', async () => {
    await post(service.url, '/api/dispatch/pause', {});
    const jobId = await submit(service.url, [
      visit('RP00001', ...urls('good', 9_990)),
      visit('RP00002', ...urls('good', 10)),
    ]);
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto(`/jobs/${jobId}`);
    await link(page, 'Open image 0').waitFor();
    for (const loaded of [500, 1_000, 1_500]) {
      await page.getByText(`${loaded.toLocaleString('en')} loaded of 10,000 images`).waitFor();
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await link(page, `Open image ${loaded - 1}`).waitFor();
      expect(await rows(page).count()).toBeLessThan(100);
    }
    await page.getByRole('textbox', { name: 'Go to image number' }).fill('9950');
    await page.keyboard.press('Enter');
    await link(page, 'Open image 9950').waitFor();
    await page.waitForURL(/from=9950/);

    await page.goto(`/jobs/${jobId}?state=pending&store_id=RP00002`);
    await page.getByText('10 of 10,000 images').waitFor();
    await page.reload();
    await link(page, 'Open image 9990').waitFor();
    await becomes(() => rows(page).count(), 10);
    await becomes(() => page.getByRole('combobox', { name: 'State' }).inputValue(), 'Pending');
    await page.goto(`/jobs/${jobId}?state=failed`);
    await page.getByRole('heading', { name: 'No image fits' }).waitFor();
    await post(service.url, `/api/jobs/${jobId}/cancel`, {});
    await post(service.url, '/api/dispatch/resume', {});
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('says when there is no such job, and when its images were removed', async () => {
    const jobId = await submit(service.url, [visit('RP00001', `${host.url}/good.jpg`)]);
    await untilSettled(service.url, jobId);
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/jobs/999999');
    await page.getByRole('heading', { name: 'There is no job 999999' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);
    expect(errors.filter((error) => !error.includes('/api/jobs/999999'))).toEqual([]);
    errors.length = 0;

    await stack.database.dataSource.query(`UPDATE jobs SET images_removed_at = now() WHERE id = $1`, [jobId]);
    await page.goto(`/jobs/${jobId}?state=failed&image=0`);
    await page.getByText('The images of this job were removed').waitFor();
    expect(await button(page, 'Export').count()).toBe(0);
    expect(await flawsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

interface Link {
  readonly href: string;
}

async function csvRows(file: Download): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  // A byte order mark tells spreadsheets that it is UTF-8.
  const parser = csvParser({ mapHeaders: ({ header }) => header.replace(/^\uFEFF/, '') });
  for await (const row of createReadStream(await file.path()).pipe(parser)) {
    found.push(row as Record<string, string>);
  }
  return found;
}
