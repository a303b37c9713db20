import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { submit, untilSettled, visit } from '../support/api.js';
import { hostileAnswers, type HostileAnswer } from '../support/hostile/hostile-answers.js';
import { http, serveRaw, type RawHost } from '../support/hostile/raw-host.js';
import { photo } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

const CERTIFICATES = resolve('test/support/hostile/tls');
const certificate = (name: string) => readFileSync(join(CERTIFICATES, `${name}.pem`), 'utf8');

/** One sentence and one code for every address that is refused. */
const REFUSED = 'is at an address that is not open to the public, and is not fetched from there.';

const MAX_CONCURRENT = 8;

const redirect = (to: string, status = '302 Found') => http(status, [`Location: ${to}`]);

let stack: Stack;
let service: Service;
let file: Buffer;
let answers: Record<string, HostileAnswer>;
const hosts: RawHost[] = [];

/** A host that is stopped at the end. */
async function host(...args: Parameters<typeof serveRaw>): Promise<RawHost> {
  const started = await serveRaw(...args);
  hosts.push(started);
  return started;
}

/** Submits images to the service and waits. @returns `measured` or the code of the failure, by URL */
async function outcomes(urls: readonly string[]): Promise<Record<string, string>> {
  const status = await untilSettled(service.url, await submit(service.url, [visit('RP00001', ...urls)]));
  const codes = new Map(status.error?.map(({ image_url: url, code }) => [url, code]));
  for (const { error, code } of status.error ?? []) {
    if (code === 'ADDRESS_NOT_ALLOWED') expect(error.endsWith(`" of store "RP00001" ${REFUSED}`)).toBe(true);
  }
  return Object.fromEntries(urls.map((url) => [url, codes.get(url) ?? 'measured']));
}

let proxy: RawHost;
beforeAll(async () => {
  file = await photo(120, 80).jpeg().toBuffer();
  answers = hostileAnswers(file);
  proxy = await host((socket) => void socket.write(http('200 OK', [], file)));
  const proxyUrl = `http://127.0.0.1:${proxy.port}`;
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start({
    FETCH_ALLOW_PRIVATE: 'false',
    FETCH_ALLOW_CIDRS: '127.0.0.1/32',
    IMAGE_TIMEOUT_MS: '2000',
    IMAGE_MAX_ATTEMPTS: '1',
    IMAGE_MAX_BYTES: '1000000',
    HOST_MAX_CONCURRENT: String(MAX_CONCURRENT),
    NODE_EXTRA_CA_CERTS: join(CERTIFICATES, 'ca.pem'),
    // What an environment may say about the way to other hosts.
    ...{
      HTTP_PROXY: proxyUrl,
      HTTPS_PROXY: proxyUrl,
      ALL_PROXY: proxyUrl,
      http_proxy: proxyUrl,
      https_proxy: proxyUrl,
    },
    ...{ NODE_USE_ENV_PROXY: '1', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  });
});
afterAll(async () => {
  await stack?.stop();
  await Promise.all(hosts.map((started) => started.stop()));
});

describe('A host that does everything wrong', () => {
  it('fails its images one by one, each for its own reason, and no good one', async () => {
    const { port } = await host((socket, path) => answers[path]?.answer(socket, path));
    const urls = Object.fromEntries(
      Object.keys(answers).map((path) => [path, `http://127.0.0.1:${port}${path}`]),
    );
    // Twice, so that bad answers meet connections that good ones left open, and the other way round.
    const paths = Object.keys(answers);
    const all = [...paths.map((path) => urls[path] ?? ''), ...paths.map((path) => `${urls[path]}?`)];
    answers = { ...answers, ...Object.fromEntries(paths.map((path) => [`${path}?`, answers[path]!])) };
    const become = await outcomes(all);
    const expected = Object.entries(answers).map(([path, { becomes }]) => [
      `http://127.0.0.1:${port}${path}`,
      becomes,
    ]);
    expect(become).toEqual(Object.fromEntries(expected));
  });
});

describe('Redirects', () => {
  it('are followed five times, and nowhere an address of its own would not be fetched from', async () => {
    const { port } = await host((socket, path) => {
      const [, steps = '', to = ''] = /^\/(\d+)(?:\?(.*))?$/.exec(path) ?? [];
      if (Number(steps) > 0) socket.write(redirect(`/${Number(steps) - 1}${to && `?${to}`}`));
      else
        socket.write(
          to ? redirect(decodeURIComponent(to), '308 Permanent Redirect') : http('200 OK', [], file),
        );
    });
    const here = `http://127.0.0.1:${port}`;
    const expected = {
      '5': 'measured',
      '6': 'TOO_MANY_REDIRECTS',
      [`0?${encodeURIComponent(`//127.0.0.1:${port}/0`)}`]: 'measured',
      [`0?${encodeURIComponent('file:///etc/passwd')}`]: 'URL_SCHEME_NOT_ALLOWED',
      [`0?${encodeURIComponent('data:image/png;base64,AAAA')}`]: 'URL_SCHEME_NOT_ALLOWED',
      [`0?${encodeURIComponent('ftp://127.0.0.1/')}`]: 'URL_SCHEME_NOT_ALLOWED',
      [`0?${encodeURIComponent('gopher://127.0.0.1:6379/_FLUSHALL')}`]: 'URL_SCHEME_NOT_ALLOWED',
      [`0?${encodeURIComponent(`http://user@127.0.0.1:${port}/0`)}`]: 'URL_HAS_CREDENTIALS',
      [`0?${encodeURIComponent('http://[')}`]: 'URL_INVALID',
      [`0?${encodeURIComponent(`http://127.0.0.2:${port}/0`)}`]: 'ADDRESS_NOT_ALLOWED',
      [`0?${encodeURIComponent(`http://2130706434:${port}/0`)}`]: 'ADDRESS_NOT_ALLOWED',
      [`0?${encodeURIComponent('http://169.254.169.254/latest/meta-data/')}`]: 'ADDRESS_NOT_ALLOWED',
      [`3?${encodeURIComponent(`http://[::1]:${port}/0`)}`]: 'ADDRESS_NOT_ALLOWED',
    };
    const urls = Object.entries(expected).map(([path, becomes]) => [`${here}/${path}`, becomes] as const);
    await expect(outcomes(urls.map(([url]) => url))).resolves.toEqual(Object.fromEntries(urls));
  });
});

describe('Politeness', () => {
  it('holds for hosts that images are redirected to, and two that redirect to each other get through', async () => {
    const open = { now: 0, most: 0 };
    const ports = [0, 0];
    const take = (own: number) => (socket: Socket, path: string) => {
      if (path.startsWith('/away'))
        return void socket.write(redirect(`http://127.0.0.1:${ports[1 - own]}/here`));
      open.now += own;
      open.most = Math.max(open.most, open.now);
      setTimeout(() => {
        open.now -= own;
        socket.write(http('200 OK', [], file));
      }, 30);
    };
    ports[0] = (await host(take(0))).port;
    ports[1] = (await host(take(1))).port;
    const urls = Array.from({ length: 60 }, (_, n) => {
      const path = n % 3 === 2 ? 'here' : 'away';
      return `http://127.0.0.1:${ports[n % 2]}/${path}?${n}`;
    });
    await expect(outcomes(urls)).resolves.toEqual(Object.fromEntries(urls.map((url) => [url, 'measured'])));
    expect(open.most).toBeLessThanOrEqual(MAX_CONCURRENT);
    expect(open.most).toBeGreaterThan(1);
  });
});

describe('Addresses that are not open', () => {
  it('are refused with one sentence, in every spelling, whether something listens there or not', async () => {
    const listens = await host((socket) => void socket.write(http('200 OK', [], file)));
    const closed = await serveRaw(() => undefined);
    await closed.stop();
    const open = await outcomes([`http://127.0.0.1:${listens.port}/control`]);
    expect(Object.values(open)).toEqual(['measured']);
    const before = listens.connections();
    const spellings = [
      ...[
        '127.0.0.2',
        '2130706434',
        '0x7f000002',
        '017700000002',
        '127.2',
        '127.0.2',
        '0x7f.0.0.2',
        '127.0.0.2.',
      ],
      ...[
        '\uff11\uff12\uff17.\uff10.\uff10.\uff12',
        '127\u30020\u30020\u30022',
        '%31%32%37.0.0.2',
        '[::1]',
        '[::]',
        '0',
        '0.0.0.0',
      ],
      ...[
        '[::ffff:127.0.0.2]',
        '[::ffff:7f00:2]',
        '[::127.0.0.2]',
        '[64:ff9b::127.0.0.2]',
        '[2002:7f00:2::]',
      ],
    ];
    const urls = spellings.flatMap((name) =>
      [listens.port, closed.port].map((port) => `http://${name}:${port}/`),
    );
    const become = await outcomes(urls);
    expect(become).toEqual(Object.fromEntries(urls.map((url) => [url, 'ADDRESS_NOT_ALLOWED'])));
    expect(listens.connections()).toBe(before);
  });
});

describe('TLS', () => {
  it('is used with hosts whose certificate is right, and with no others', async () => {
    const answer = (socket: Parameters<Parameters<typeof serveRaw>[0]>[0]) =>
      void socket.write(http('200 OK', [], file));
    const right = await host(answer, certificate('right-host'));
    const wrong = await host(answer, certificate('wrong-host'));
    const selfSigned = await host(answer, certificate('self-signed'));
    const elsewhere = await host((socket) => void socket.write(redirect(`https://127.0.0.1:${wrong.port}/`)));
    const expected = {
      [`https://127.0.0.1:${right.port}/`]: 'measured',
      [`https://127.0.0.1:${wrong.port}/`]: 'TLS_FAILED',
      [`https://127.0.0.1:${selfSigned.port}/`]: 'TLS_FAILED',
      [`http://127.0.0.1:${elsewhere.port}/`]: 'TLS_FAILED',
    };
    await expect(outcomes(Object.keys(expected))).resolves.toEqual(expected);
  });
});

describe('The environment', () => {
  it('names proxies in vain', () => {
    expect(proxy.connections()).toBe(0);
  });
});
