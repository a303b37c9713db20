import type { Browser, Page } from 'playwright-core';
import { get, post } from '../support/api.js';
import { launchBrowser, openPage } from '../support/browser.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const policyOf = async (path: string) =>
  (await fetch(service.url + path)).headers.get('content-security-policy') ?? '';

/** Adds to the page what only a policy keeps from working. @returns what worked all the same */
const attack = async () => {
  const page = globalThis as unknown as { document: HtmlDocument; attacked?: string[] };
  page.attacked = [];
  const { document } = page;
  const add = (tag: string, properties: object) =>
    new Promise((done) => {
      const element = Object.assign(document.createElement(tag), properties);
      element.onload = element.onerror = done;
      document.body.append(element);
      setTimeout(done, 200);
    });
  await add('script', { textContent: 'attacked.push("inline script")' });
  await add('script', { src: 'data:text/javascript,attacked.push("data script")' });
  await add('button', { onclick: null, innerHTML: '<img src="/none" onerror="attacked.push(\'handler\')">' });
  await fetch('http://127.0.0.1:9/').catch(() => undefined);
  await add('iframe', { src: 'http://127.0.0.1:9/' });
  return page.attacked;
};
interface HtmlElement {
  onload: unknown;
  onerror: unknown;
}
interface HtmlDocument {
  createElement(tag: string): HtmlElement;
  readonly body: { append(element: HtmlElement): void };
}

describe('The policy of a page', () => {
  const PAGES: readonly { path: string; seen: (page: Page) => Promise<unknown> }[] = [
    { path: '/', seen: (page) => page.getByRole('heading', { name: 'Overview' }).waitFor() },
    { path: '/docs', seen: (page) => page.locator('.opblock').first().waitFor() },
    { path: '/queues', seen: (page) => page.getByText('image-ranges').first().waitFor() },
  ];

  it.each(PAGES)(
    '$path lets it work, with nothing from elsewhere, and stops what does not belong',
    async ({ path, seen }) => {
      const { page, errors, foreignRequests } = await openPage(browser, service.url);
      await page.goto(path);
      await seen(page);
      await page.waitForLoadState('networkidle');
      expect({ errors, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });

      expect(await page.evaluate(attack)).toEqual([]);
      const stopped = errors.filter((error) => error.includes('Content Security Policy'));
      for (const directive of ['script-src', 'connect-src', 'frame-ancestors|frame-src|default-src']) {
        expect(stopped.join('\n')).toMatch(new RegExp(directive));
      }
      await page.close();
    },
  );

  it.each(PAGES)('$path allows no inline script and no frame around it', async ({ path }) => {
    const directives = Object.fromEntries(
      (await policyOf(path)).split('; ').map((directive) => directive.split(/ (.*)/) as [string, string]),
    );
    expect(directives).toMatchObject({ 'script-src': "'self'", 'frame-ancestors': "'none'" });
    expect(directives['connect-src']).toBe("'self'");
  });

  it('of / gives every answer a nonce of its own, which styles need', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/', '/index.html']) {
      const response = await fetch(service.url + path);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(await response.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
    const { page, errors } = await openPage(browser, service.url);
    await page.goto('/');
    const coloured = await page.evaluate(`(() => {
      const nonce = document.querySelector('meta[property=csp-nonce]').nonce;
      return [nonce, 'guess', ''].map((nonce, i) => {
        const style = Object.assign(document.createElement('style'), { nonce, textContent: '#h' + i + ' { color: red }' });
        const heading = Object.assign(document.createElement('h6'), { id: 'h' + i });
        document.body.append(style, heading);
        return getComputedStyle(heading).color === 'rgb(255, 0, 0)';
      });
    })()`);
    expect(coloured).toEqual([true, false, false]);
    expect(errors).toHaveLength(2);
    await page.close();
  });
});

describe('The headers of every answer', () => {
  it.each([
    '/',
    '/favicon.svg',
    '/samples/shelf-1.jpg',
    '/docs',
    '/docs-json',
    '/queues',
    '/queues/api/queues',
    '/api/jobs',
    '/api/nothing',
    '/health/live',
    '/metrics',
  ])('to %s tell nothing of the server, and browsers to be careful', async (path) => {
    const { headers } = await fetch(service.url + path);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each(['/api/jobs', '/api/nothing'])('to %s stay out of caches', async (path) => {
    expect((await fetch(service.url + path)).headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/api/jobs', '/api/nothing', '/health/live', '/metrics', '/docs-json'])(
    'to %s allow nothing to be run or loaded',
    async (path) => {
      expect(await policyOf(path)).toMatch(/^default-src 'none';(.*;)?frame-ancestors 'none'/);
    },
  );
});

describe('The page of the queue', () => {
  it('shows the queue and can change nothing', async () => {
    const { body } = await get<{ queues: { name: string; readOnlyMode: boolean }[] }>(
      service.url,
      '/queues/api/queues',
    );
    expect(body.queues).toMatchObject([{ name: 'image-ranges', readOnlyMode: true }]);
    for (const path of ['/queues/api/queues/image-ranges/pause', '/queues/api/queues/pause', '/queues']) {
      const answer = await fetch(service.url + path, { method: 'PUT' });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
    }
    expect((await post(service.url, '/queues/api/queues/image-ranges/add', {})).body).toMatchObject({
      code: 'METHOD_NOT_ALLOWED',
    });
  });

  it('says in a sentence that Redis is away', async () => {
    const lonely = await stack.start({ ROLE: 'api', REDIS_URL: 'redis://127.0.0.1:9' });
    expect(await get(lonely.url, '/queues/api/queues')).toMatchObject({
      status: 503,
      body: { error: expect.stringMatching(/^Redis cannot be reached/) as string, code: 'REDIS_UNAVAILABLE' },
    });
    expect((await get(service.url, '/queues/api/queues')).status).toBe(200);
  });
});
