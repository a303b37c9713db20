import type { Browser, Page } from 'playwright-core';
import { get, post, submit, untilSettled, visit } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage } from '../../support/browser.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';

const PHONE = { width: 390, height: 844 };
const NONE = { errors: [], foreignRequests: [] };

let stack: Stack;
let service: Service;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 1);
  service = await stack.start();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** 1200, 800, 960 and 640 pixels wide; a JPEG, a PNG, a WebP and a GIF. */
const sample = (name: string) => `${service.url}/samples/${name}`;

async function submitSamples(...names: string[]): Promise<string> {
  const visits = [{ ...visit('RP00001', ...names.map(sample)), visit_time: new Date().toISOString() }];
  const jobId = await submit(service.url, visits);
  await untilSettled(service.url, jobId);
  return jobId;
}

async function ask(page: Page, criterion: string, effect: string, limit?: string): Promise<void> {
  await page.getByLabel(`What becomes of an image: ${criterion}`).first().click();
  await page.getByRole('option', { name: effect, exact: true }).click();
  if (limit !== undefined) await page.getByRole('textbox', { name: criterion, exact: true }).fill(limit);
}

describe('The page of rules', () => {
  it('tries rules before they are saved, and makes old ones current again', async () => {
    await submitSamples('shelf-1.jpg', 'shelf-2.png');
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/rules');
    await ask(page, 'Width, at least', 'Reject', '0');
    await page.getByText('1 to 100,000').waitFor();
    await becomes(() => page.getByRole('button', { name: 'Save' }).isDisabled(), true);
    await page.getByRole('textbox', { name: 'Width, at least', exact: true }).fill('1000');
    await page.getByRole('button', { name: 'Try on past images' }).click();
    await page.getByText('Of 2 images, these rules would have rejected 1').waitFor();
    await page.getByText('With a warning (0)').waitFor();
    const picture = page.locator(`img[src="${sample('shelf-2.png')}"]`);
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction("document.querySelector('main img')?.naturalWidth === 800");
    expect(await flawsOf(page)).toEqual([]);

    await page.getByLabel('Why').fill('Labels are read from 1,000 pixels on');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Version 2 is in force').waitFor();
    await page.getByText('Labels are read from 1,000 pixels on').waitFor();
    await page.getByText('All categories: Width, at least: nothing asked → 1,000 px, reject').waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Version 3 is in force').waitFor();
    await page.getByText('All categories: Width, at least: 1,000 px, reject → nothing asked').waitFor();

    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Version 4 is in force').waitFor();
    await becomes(
      () => page.getByRole('textbox', { name: 'Width, at least', exact: true }).inputValue(),
      '1,000',
    );
    expect(await flawsOf(page)).toEqual([]);
    expect(seen).toEqual(NONE);
    await page.close();
  });
});

interface InForce {
  readonly version: number;
  readonly rules: object;
}

const inForce = async () => (await get<InForce>(service.url, '/api/rules')).body;

/** Somebody else is quicker than the page, and asks for nothing. @returns the version that makes */
async function restoreFirst(): Promise<number> {
  const { version } = await inForce();
  const { body } = await post<InForce>(service.url, '/api/rules/versions/1/restore', { based_on: version });
  return body.version;
}

describe('The page of a job', () => {
  it('tells which images were warned and which a rule rejected, and narrows the list to the warned', async () => {
    const { page, ...seen } = await openPage(browser, service.url);
    await page.goto('/rules');
    await ask(page, 'Width, at least', 'Warn', '900');
    await ask(page, 'Height, at least', 'Reject', '500');
    await page.getByRole('textbox', { name: 'Priority of all others' }).fill('3');
    const version = await restoreFirst();
    await page.getByRole('button', { name: 'Save' }).click();
    const newer = page.getByRole('alert').filter({ hasText: `Version ${version} is in force, by somebody` });
    await newer.getByText('All categories: Width, at least: 1,000 px, reject → nothing asked').waitFor();
    await becomes(
      () => page.getByRole('textbox', { name: 'Height, at least', exact: true }).inputValue(),
      '500',
    );
    expect(await flawsOf(page)).toEqual([]);
    await newer.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Version ${version + 1} is in force`).waitFor();
    expect(await inForce()).toMatchObject({ rules: { default: { priority: 3 } } });
    const jobId = await submitSamples('shelf-1.jpg', 'shelf-2.png', 'shelf-4.gif');
    await page.goto(`/jobs/${jobId}`);
    const list = page.getByRole('table', { name: 'Images' });
    await list.getByText(/it is 800 pixels wide, where at least 900 is asked for/).waitFor();
    await list.getByText(/rejected by a rule: it is 480 pixels high/i).waitFor();
    await page.getByLabel('Warning').first().click();
    await page.getByRole('option', { name: /^Any warning/ }).click();
    await list.getByText('shelf-1.jpg').waitFor({ state: 'detached' });
    await list.getByText('shelf-2.png').waitFor();
    await becomes(() => new URL(page.url()).search, '?warning=any');
    await page.setViewportSize(PHONE);
    expect(await flawsOf(page)).toEqual([]);
    // What the service refuses is an error in the console of the browser, too.
    expect(seen.errors.filter((error) => !error.includes('409'))).toEqual([]);
    expect(seen.foreignRequests).toEqual([]);
    await page.close();
  });
});
