import type { Browser, Page } from 'playwright-core';
import { post } from '../../support/api.js';
import { becomes } from '../../support/becomes.js';
import { flawsOf, launchBrowser, openPage, type ObservedPage } from '../../support/browser.js';
import { bearer, makeKey } from '../../support/keys.js';
import type { Service } from '../../support/service.js';
import { addStores, startStack, type Stack } from '../../support/stack.js';
import { receiveWebhooks, type Receiver } from '../../support/webhook-receiver.js';
import type { IssuedKey } from '../../../src/access/keys/keys.service.js';

const PHONE = { width: 390, height: 844 };
/** Chromium notes every answer that refuses something. */
const REFUSED = /status of 40[013]/;

let stack: Stack;
let service: Service;
let browser: Browser;
let receiver: Receiver;
let chief: IssuedKey;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 1);
  chief = await makeKey(stack.database.dataSource, 'chief', 'admin');
  service = await stack.start({ AUTH: 'on' });
  receiver = await receiveWebhooks();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await receiver?.stop();
  await stack?.stop();
});

/** Opens a page and signs in there. */
async function signIn(
  key: string,
  path: string,
  viewport = { width: 1440, height: 900 },
): Promise<ObservedPage> {
  const observed = await openPage(browser, service.url, { viewport });
  await observed.page.goto(path);
  await observed.page.getByRole('textbox', { name: 'API key' }).fill(key);
  await observed.page.keyboard.press('Enter');
  await observed.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  return observed;
}

/** Copies the text that is told only once, and says that it is kept. */
async function keepSecret(page: Page, label: string): Promise<string> {
  const dialog = page.getByRole('dialog');
  const secret = await dialog.getByRole('textbox', { name: label }).inputValue();
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  expect(await dialog.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
  expect(await flawsOf(page)).toEqual([]);
  await dialog.getByLabel('I have put it in a safe place').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return secret;
}

const allRight = ({ errors, foreignRequests }: ObservedPage) =>
  expect({ errors: errors.filter((error) => !REFUSED.test(error)), foreignRequests }).toEqual({
    errors: [],
    foreignRequests: [],
  });

describe('The settings', () => {
  it('make an API key that lets somebody in, until it is revoked', async () => {
    const admin = await signIn(chief.text, '/settings');
    const { page } = admin;
    await page.getByText('Signed in with the key “chief”').waitFor();
    await becomes(() => page.title(), expect.stringMatching(/^API keys · Settings/));
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('"name" must be a text of 1 to 100 characters, on one line.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('visitor');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await keepSecret(page, 'API key');
    await page.getByRole('table', { name: 'API keys' }).getByText('visitor').waitFor();
    expect(await flawsOf(page)).toEqual([]);

    // Who may only read sees limits, and nothing that only admins may do.
    const visitor = await signIn(key, '/settings', PHONE);
    await visitor.page.getByText('It may: see jobs, stores and results.').waitFor();
    await visitor.page.getByText('SUBMIT_MAX_BYTES').waitFor();
    await becomes(() => visitor.page.getByRole('tab').allInnerTexts(), ['Limits']);
    expect(await flawsOf(visitor.page)).toEqual([]);
    await visitor.page.goto('/settings/keys');
    await visitor.page.getByText('This is for admins').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'New API key' }).count()).toBe(0);
    await visitor.page.goto('/store-master');
    await visitor.page.getByText('Loading a list needs an API key with the scope admin').waitFor();
    expect(await visitor.page.getByLabel('Store Master as CSV').count()).toBe(0);
    expect(await flawsOf(visitor.page)).toEqual([]);

    await page.getByRole('button', { name: 'Revoke visitor' }).click();
    await page.getByRole('button', { name: 'Revoke it' }).click();
    await page.getByText('The key visitor is revoked.').waitFor();
    await page.getByText('Revoked just now').waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    allRight(visitor);
    allRight(admin);
    await visitor.page.close();
    await page.close();
  });

  it('tell a webhook of jobs, show what was sent, and switch it off and on', async () => {
    const admin = await signIn(chief.text, '/settings/webhooks');
    const { page } = admin;
    await page.getByText('Nobody is told').waitFor();
    await page.getByRole('button', { name: 'New webhook' }).click();
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.fill('ftp://example.com/');
    await page.getByRole('button', { name: 'Make the webhook' }).click();
    await page.getByText('"url" must be an http or https URL').waitFor();
    await address.fill(`${receiver.url}/hooks`);
    await page.getByRole('button', { name: 'Make the webhook' }).click();
    expect(await keepSecret(page, 'Secret')).toMatch(/^whsec_/);
    const webhook = page.getByRole('group', { name: `Webhook ${receiver.url}/hooks` });
    await webhook.getByText('Enabled').waitFor();

    await webhook.getByRole('button', { name: 'Send a test' }).click();
    const delivery = page.getByRole('dialog', { name: 'Delivery 1' });
    await delivery.getByText('Delivered', { exact: true }).first().waitFor();
    await delivery.getByText(/1\. HTTP 204 after/).waitFor();
    await delivery.getByText('"type": "webhook.test"').waitFor();
    expect(receiver.received('/hooks')).toHaveLength(1);
    expect(await flawsOf(page)).toEqual([]);
    await delivery.getByRole('button', { name: 'Send again' }).click();
    await delivery.getByText(/2\. HTTP 204 after/).waitFor();
    await delivery.getByRole('button', { name: 'Close the delivery' }).click();
    await delivery.waitFor({ state: 'hidden' });

    await webhook.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Disable' }).click();
    await webhook.getByText('It was disabled by chief.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await webhook.getByText('Enabled').waitFor();

    await webhook.getByRole('link', { name: 'Deliveries' }).click();
    const list = page.getByRole('table', { name: 'Deliveries' });
    await list.getByRole('link', { name: 'A test' }).waitFor();
    await page.getByRole('textbox', { name: 'Job' }).fill('abc');
    await page.getByText('"job_id" must be the id of a job, not "abc".').waitFor();
    await page.getByRole('textbox', { name: 'Job' }).fill('7');
    await page.getByText('No deliveries are like that').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await list.getByRole('link', { name: 'A test' }).waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await webhook.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('Nobody is told').waitFor();
    allRight(admin);
    await page.close();
  });

  it('tell who changed what, and lead to it', async () => {
    const visits = [
      { store_id: 'RP00001', image_url: ['http://x.invalid/'], visit_time: '2026-03-01T09:30:00Z' },
    ];
    const { body } = await post(service.url, '/api/submit', { count: 1, visits }, bearer(chief));
    const jobId = String(body['job_id']);
    const admin = await signIn(chief.text, '/settings/audit', PHONE);
    const { page } = admin;
    const log = page.getByRole('table', { name: 'Audit log' });
    await log.getByRole('row', { name: `chief submitted job ${jobId}` }).waitFor();
    expect(await flawsOf(page)).toEqual([]);

    await page.goto(`/settings/audit?action=job.submitted&subject=${jobId}`);
    await log.getByRole('link', { name: `job ${jobId}` }).waitFor();
    await becomes(() => log.getByRole('row').count(), 2);
    await log.getByRole('button', { name: /^Details of entry/ }).click();
    await page.getByRole('dialog').getByText('job.submitted').waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close the entry' }).click();
    await page.getByRole('textbox', { name: 'To what' }).fill('nothing-like-it');
    await page.getByText('Nothing was changed').waitFor();
    await page.goto(`/settings/audit?subject=${jobId}&action=job.submitted`);
    await log.getByRole('link', { name: `job ${jobId}` }).click();
    await page.waitForURL(`**/jobs/${jobId}`);
    allRight(admin);
    await page.close();
  });
});
