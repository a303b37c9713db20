import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { get, untilSettled } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import { makeKey } from '../../support/keys.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const NOON = '2026-03-01T12:00:00Z';

/** Chromium notes answers that refuse something, and those that never came. */
const REFUSED = /the server responded with a status of 400/;
const LOST = /net::ERR_FAILED/;

interface JobBody {
  readonly visit_count: number;
  readonly reference: string | null;
  readonly labels: Record<string, string>;
  readonly priority: number;
  readonly progress: { readonly total: number };
}

let stack: Stack;
let service: Service;
let browser: Browser;
let samples: string[];

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 40);
  await stack.database.dataSource.query(`UPDATE stores SET active = false WHERE id = 'RP00009'`);
  // The pictures of the service are the only thing it may fetch.
  service = await stack.start({ FETCH_ALLOW_PRIVATE: 'false', JOB_MAX_IMAGES: '50' });
  samples = (await get<{ image_urls: string[] }>(service.url, '/api/samples')).body.image_urls;
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The job whose page has been opened. */
async function openedJob(page: Page): Promise<{ id: string; job: JobBody }> {
  await page.waitForURL(/\/jobs\/\d+$/);
  const id = page.url().split('/').at(-1) ?? '';
  return { id, job: (await get<JobBody>(service.url, `/api/jobs/${id}`)).body };
}

async function countJobs(): Promise<number> {
  const [row] = await stack.database.dataSource.query<[{ n: number }]>('SELECT count(*)::int AS n FROM jobs');
  return row.n;
}

async function flawsOnPhone(page: Page): Promise<string[]> {
  await page.setViewportSize(PHONE);
  const found = await flawsOf(page);
  await page.setViewportSize(DESK);
  return found;
}

const submitButton = (page: Page) => page.getByRole('button', { name: /^Submit/ });
const focused = (page: Page) => page.evaluate('document.activeElement.getAttribute("aria-invalid")');

describe('The form', () => {
  it('grows visit by visit, leads to what is missing, and ends at the job', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/submit');
    const first = page.getByRole('listitem', { name: 'Visit 1' });
    await submitButton(page).click();
    await first.getByText('Choose a store.').waitFor();
    await becomes(() => focused(page), 'true');
    expect(await flawsOf(page)).toEqual([]);

    await first.getByLabel('Store').fill('STORE 7');
    await page.getByRole('option', { name: /STORE 7/ }).click();
    await first.getByText('STORE 7').first().waitFor();
    await first.getByLabel('Image URLs').fill(`${samples[0]}\n\n  ${samples[1]}  \nshelf.jpg`);
    await first.getByText('"shelf.jpg" is not a web address').waitFor();
    await first.getByLabel('Image URLs').fill(`${samples[0]}\n\n  ${samples[1]}  `);

    await page.getByRole('button', { name: 'Duplicate visit 1' }).click();
    const second = page.getByRole('listitem', { name: 'Visit 2' });
    await second.getByLabel('Store').fill('RP00009');
    await second.getByLabel('Time of the visit').fill('2026-03-01T09:30');
    await second.getByText('The store "RP00009" is no longer active.').waitFor();
    await submitButton(page).click();
    await becomes(() => focused(page), 'true');
    await page.getByRole('button', { name: 'Remove visit 2' }).click();
    await second.waitFor({ state: 'detached' });
    // Taking it back leaves alone what was typed since.
    await first.getByLabel('Image URLs').press('End');
    await first.getByLabel('Image URLs').press('Space');
    const typed = await first.getByLabel('Image URLs').inputValue();
    await page.getByRole('button', { name: 'Undo' }).click();
    await second.waitFor();
    await becomes(() => first.getByLabel('Image URLs').inputValue(), typed);
    await second.getByLabel('Store').fill('RP00008');
    await second.getByText('STORE 8').first().waitFor();

    await page.getByRole('button', { name: /^Options/ }).click();
    await page.getByLabel('Reference').fill('by form');
    await page.getByRole('combobox', { name: 'Labels' }).fill('team:north');
    await page.keyboard.press('Enter');
    await page.getByLabel('Priority').fill('2');
    await becomes(() => page.title(), expect.stringMatching(/^4 images · Submit · /));
    expect(await flawsOnPhone(page)).toEqual([]);
    await first.getByLabel('Image URLs').press('Control+Enter');
    const { id, job } = await openedJob(page);
    expect(job).toMatchObject({
      visit_count: 2,
      reference: 'by form',
      labels: { team: 'north' },
      priority: 2,
    });
    expect(await untilSettled(service.url, id)).toMatchObject({
      status: 'completed',
      progress: { total: 4 },
    });

    await page.goto('/submit');
    await becomes(() => page.getByLabel('Image URLs').inputValue(), '');
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('makes one job of a double click, also when the first answer is lost', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/submit');
    await page.getByLabel('Store').fill('RP00001');
    await page.getByLabel('Image URLs').fill(samples[0] ?? '');
    const before = await countJobs();
    let tries = 0;
    await page.route('**/api/submit', async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await submitButton(page).dblclick();
    await openedJob(page);
    expect([tries, (await countJobs()) - before]).toEqual([2, 1]);
    expect(errors.filter((error) => !LOST.test(error))).toEqual([]);
    await page.close();
  });

  it('leaves alone who went to another page, and a newer draft, when the answer comes late', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/submit');
    await page.getByLabel('Store').fill('RP00001');
    await page.getByLabel('Image URLs').fill(samples[0] ?? '');
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/submit', async (route) => {
      await mayAnswer;
      return route.continue();
    });
    const asked = page.waitForRequest('**/api/submit');
    await submitButton(page).click();
    await asked;
    const menu = page.getByRole('navigation');
    await menu.getByRole('link', { name: 'Stores', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Stores' }).waitFor();
    await menu.getByRole('link', { name: 'Submit' }).click();
    await page.getByLabel('Image URLs').fill('https://example.com/next');
    answer();
    await page.getByText(/^Job \d+ is on its way: 1 image/).waitFor();
    await becomes(() => page.getByLabel('Image URLs').inputValue(), 'https://example.com/next');
    await page.getByRole('button', { name: 'Open' }).click();
    expect((await openedJob(page)).job).toMatchObject({ progress: { total: 1 } });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is still there after a reload and on the way back; starting over can be undone', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/submit');
    await page.getByLabel('Image URLs').fill('https://example.com/half');
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.getByLabel('JSON of the job').fill('{"count":');
    await page.reload();
    await page.waitForURL(/\?way=json$/);
    await becomes(() => page.getByLabel('JSON of the job').inputValue(), '{"count":');
    await page.getByRole('tab', { name: 'Form' }).click();
    await becomes(() => page.getByLabel('Image URLs').inputValue(), 'https://example.com/half');
    await page.getByRole('button', { name: 'Start over' }).click();
    await becomes(() => page.getByLabel('Image URLs').inputValue(), '');
    await page.getByRole('button', { name: 'Undo' }).click();
    await becomes(() => page.getByLabel('Image URLs').inputValue(), 'https://example.com/half');
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('Pasted JSON', () => {
  const visit = (storeId: string) => ({ store_id: storeId, image_url: [samples[0]], visit_time: NOON });

  it('is checked line by line, keeps its text when it is refused, and ends at the job', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/submit?way=json');
    const text = page.getByLabel('JSON of the job');
    const good = JSON.stringify({ count: 2, visits: [visit('RP00001'), visit('RP00002')] }, null, 2);
    await text.fill(good.replace('"count": 2,', '"count": 2'));
    await page
      .getByRole('button', { name: 'Line 3, column 3 Expected a comma or "}", not "visits".' })
      .click();
    const caret = () => page.evaluate('document.activeElement.selectionStart');
    await becomes(caret, good.indexOf('"visits"') - 1);
    expect(await flawsOnPhone(page)).toEqual([]);

    await text.fill(good.replace('"RP00002"', '"XX"').replace(NOON, 'noon'));
    await page.getByRole('button', { name: /^Line 9, column 21 visit_time is not a time/ }).waitFor();
    await page.getByRole('button', { name: /^Line 12, column 19 The store "XX" is not/ }).waitFor();
    await submitButton(page).click();
    await becomes(() => focused(page), 'true');

    const refused = good.replace('"count": 2,', '"labels": {"team": 1},\n  "count": 2,');
    await text.fill(refused);
    await submitButton(page).click();
    await page.getByRole('alert').getByText('"labels" must have strings as values.').waitFor();
    await page.getByRole('button', { name: /^Line 2, column 13 "labels" must have strings/ }).waitFor();
    await becomes(() => text.inputValue(), refused);

    await text.fill(JSON.stringify(JSON.parse(good)));
    await page.getByRole('button', { name: 'Format' }).click();
    expect(await flawsOf(page)).toEqual([]);
    await becomes(() => text.inputValue(), good);
    await submitButton(page).click();
    expect((await openedJob(page)).job).toMatchObject({ visit_count: 2, progress: { total: 2 } });
    expect(errors.filter((error) => !REFUSED.test(error))).toEqual([]);
    expect(foreignRequests).toEqual([]);
    await page.close();
  });

  it('can begin with an example that works', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/submit?way=json');
    await page.getByRole('button', { name: 'Insert an example' }).click();
    await page.getByRole('button', { name: 'Submit 6 images' }).click();
    const { id } = await openedJob(page);
    expect(await untilSettled(service.url, id)).toMatchObject({ status: 'completed' });
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('A CSV file', () => {
  const choose = (page: Page, rows: readonly string[], name = 'visits.csv') =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });

  it('is checked row by row; wrong rows are listed, and left out only on purpose', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    await page.goto('/submit?way=csv');
    expect(await flawsOf(page)).toEqual([]);
    await choose(page, [
      '\ufeffvisit_time;store_id;image_url',
      `${NOON};RP00001;${samples[0]}`,
      `2026-03-01T17:30:00+05:30;RP00001;"${samples[1]}"`,
      `${NOON};RP00002;`,
      `yesterday;RP00002;${samples[2]}`,
      `${NOON};XX;${samples[2]}`,
      `${NOON};RP00003;${samples[3]}`,
    ]);
    await page.getByRole('heading', { name: '3 rows to mend' }).waitFor();
    for (const line of ['Line 4image_url is empty.', 'Line 6The store "XX" is not in the Store Master.']) {
      await page.getByRole('listitem').filter({ hasText: line }).waitFor();
    }
    await becomes(() => page.getByRole('row').count(), 7);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the list' }).click();
    const list = await readFile(await (await download).path(), 'utf8');
    expect(list.split('\r\n').slice(1, 3)).toEqual([
      '4,"image_url is empty."',
      '5,"visit_time is ""yesterday"", which is not a time such as ""2026-03-01T09:30:00Z""."',
    ]);
    expect(await flawsOnPhone(page)).toEqual([]);

    const before = await countJobs();
    await submitButton(page).click();
    const leaveOut = page.getByRole('checkbox', { name: 'Leave out the 3 wrong rows' });
    await page.locator(':focus').and(leaveOut).waitFor();
    expect(await countJobs()).toBe(before);
    await page.reload();
    await leaveOut.check();
    await page.getByRole('button', { name: 'Submit 3 images' }).click();
    expect((await openedJob(page)).job).toMatchObject({ visit_count: 2, progress: { total: 3 } });
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });

  it('says what is wrong with it as a whole, and that it is too large for a job', async () => {
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/submit?way=csv');
    await choose(page, ['PK\u0003\u0004'], 'visits.xlsx');
    await page.getByRole('alert').getByText('visits.xlsx is an Excel workbook.').waitFor();
    await choose(page, ['store_id,url', 'RP00001,u']);
    await page.getByRole('alert').getByText('it lacks image_url and visit_time').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose another' }).click();
    const rows = Array.from({ length: 60 }, (_, n) => `RP00001,${samples[0]}?${n},${NOON}`);
    await choose(page, ['store_id,image_url,visit_time', ...rows]);
    await page.getByRole('alert').getByText('A job may have at most 50 images.').waitFor();
    await becomes(() => page.getByRole('button', { name: 'Submit 60 images' }).isDisabled(), true);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('leaves out what only the service knows to be wrong, when it is asked to', async () => {
    const { page, errors } = await openPage(browser, service.url);
    // As with a list that is too long to be looked at beforehand.
    await page.route('**/api/stores?*', () => undefined);
    await page.goto('/submit?way=csv');
    const rows = ['RP00001', 'XX', 'YY', 'RP00002'].map((id) => `${id},${samples[0]},${NOON}`);
    await choose(page, ['store_id,image_url,visit_time', ...rows]);
    await page.getByRole('button', { name: 'Submit 4 images' }).click();
    await page.getByRole('alert').getByText('2 stores are not in the Store Master: "XX", "YY".').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Line 4The service does not take the store "YY".' })
      .waitFor();
    await page.getByRole('checkbox', { name: 'Leave out the 2 wrong rows' }).check();
    await page.getByRole('button', { name: 'Submit 2 images' }).click();
    expect((await openedJob(page)).job).toMatchObject({ visit_count: 2, progress: { total: 2 } });
    expect(errors.filter((error) => !REFUSED.test(error))).toEqual([]);
    await page.close();
  });
});

describe('Sample photos', () => {
  it('make a job with one button, and can be fetched whatever address the page has', async () => {
    const { page, errors, foreignRequests } = await openPage(browser, service.url);
    expect(samples[0]?.startsWith(service.url)).toBe(false);
    await page.goto('/submit');
    await page.getByRole('button', { name: 'Try it with sample photos' }).dblclick();
    const { id, job } = await openedJob(page);
    expect(job).toMatchObject({ visit_count: 3, reference: 'sample photos' });
    expect(await untilSettled(service.url, id)).toMatchObject({
      status: 'completed',
      progress: { processed: 6 },
    });
    expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    await page.close();
  });
});

describe('Who may only read', () => {
  it('hears why there is no form', async () => {
    const { page, errors } = await openPage(browser, service.url);
    const { text } = await makeKey(stack.database.dataSource, 'reader', 'read');
    await page.goto('/');
    await page.evaluate(
      `fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '${JSON.stringify({ key: text })}' })`,
    );
    await page.goto('/submit');
    await page.getByRole('heading', { name: 'Your API key may not submit' }).waitFor();
    expect(await page.getByRole('button', { name: 'Try it with sample photos' }).count()).toBe(0);
    expect(await flawsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
