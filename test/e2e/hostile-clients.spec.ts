import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { get, visit } from '../support/api.js';
import { sendRaw, type Part } from '../support/raw-http.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start({ SUBMIT_MAX_BYTES: '16000000', JOB_MAX_IMAGES: '1000', LOG_LEVEL: 'warn' });
});
afterAll(() => stack?.stop());
// Whatever a group of requests did: the service still runs, does its work, and nothing went wrong inside it.
afterEach(async () => {
  expect(await answer(submit(job()))).toEqual('201');
  expect((await get(service.url, '/health/ready')).body).toMatchObject({ status: 'ok' });
  expect(service.process.exitCode).toBeNull();
  expect(service.log()).not.toMatch(/"level":[56]0/);
});

const HOST = 'Host: localhost\r\n';
const CLOSE = `${HOST}Connection: close\r\n`;
const JSON_TYPE = 'Content-Type: application/json\r\n';
const POST = `POST /api/submit HTTP/1.1\r\n${CLOSE}${JSON_TYPE}`;

const read = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\n${CLOSE}${headers}\r\n`;
const submit = (body: string | Buffer, headers = ''): Part[] => {
  const bytes = Buffer.from(body);
  return [`${POST}${headers}Content-Length: ${bytes.length}\r\n\r\n`, bytes];
};
/** A good job; what is given changes its only visit. */
const job = (changes = {}, more = {}) => {
  const visits = [{ ...visit('RP00001', `${service.url}/samples/shelf-4.gif`), ...changes }];
  return JSON.stringify({ count: 1, visits, ...more });
};
/** A good job, spelled by hand; `text` stands where the id of the store is. */
const spelled = (text: string) => job({ store_id: '?' }).replace('"?"', text);
const chunked = (...chunks: string[]) =>
  `${POST}Transfer-Encoding: chunked\r\n\r\n${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`;

/** @returns the status, with the code when it is an error, which then has the shape that all errors have */
async function answer(request: Part | readonly Part[], options = {}): Promise<string> {
  const answers = await sendRaw(service.port, request, options);
  const shown = answers.map(({ status, head, body }) => {
    if (status < 400) return String(status);
    expect(head).toMatch(/^content-type: application\/json/im);
    expect(head).toMatch(/^content-security-policy: default-src 'none'/im);
    const { error, code, ...rest } = JSON.parse(body) as Record<string, string>;
    expect(error).toMatch(/^.{10,400}\.$/);
    expect(rest).toEqual({});
    return `${status} ${code}`;
  });
  return shown.join(', ');
}

describe('A body', () => {
  it('may be large, and packed', async () => {
    const large = job({}, { filler: 'x'.repeat(12_000_000) });
    expect(await answer(submit(large))).toBe('201');
    expect(await answer(submit(gzipSync(large), 'Content-Encoding: gzip\r\n'))).toBe('201');
    expect(await answer(submit(deflateSync(job()), 'Content-Encoding: deflate\r\n'))).toBe('201');
    expect(await answer(submit(brotliCompressSync(job()), 'Content-Encoding: br\r\n'))).toBe('201');
    expect(await answer(submit(`\ufeff${job()}`))).toBe('201');
    expect(await answer(chunked(job().slice(0, 20), job().slice(20)))).toBe('201');
  });

  it('may not be larger than the limit, as sent or unpacked', async () => {
    const tooLarge = '413 BODY_TOO_LARGE';
    expect(await answer(submit(' '.repeat(16_000_001)))).toBe(tooLarge);
    const endless = [`${POST}Transfer-Encoding: chunked\r\n\r\n`];
    for (let sent = 0; sent < 20; sent += 1) endless.push(`f4240\r\n${' '.repeat(1_000_000)}\r\n`);
    expect(await answer(endless)).toBe(tooLarge);
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    expect(await answer(submit(bomb, 'Content-Encoding: gzip\r\n'))).toBe(tooLarge);
    expect(await answer(`${POST}Content-Length: 9007199254740993\r\n\r\nx`)).toBe(tooLarge);
    const note = `POST /api/jobs HTTP/1.1\r\n${CLOSE}${JSON_TYPE}Content-Length: 200000\r\n\r\n`;
    expect(await answer(note)).toBe(tooLarge);
  });

  it('is refused before its end when many large ones are being read', async () => {
    const bomb = gzipSync(Buffer.alloc(15_000_000, ' '));
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => answer(submit(bomb.subarray(0, -20), 'Content-Encoding: gzip\r\n'))),
    );
    expect([...new Set(answers)].sort()).toEqual(['400 BODY_UNREADABLE', '429 TOO_MANY_LARGE_BODIES']);
  });

  it.each([
    ['is no gzip', () => submit(job(), 'Content-Encoding: gzip\r\n'), '400 BODY_UNREADABLE'],
    [
      'is cut off inside its gzip',
      () => submit(gzipSync(job()).subarray(0, 60), 'Content-Encoding: gzip\r\n'),
      '400 BODY_UNREADABLE',
    ],
    [
      'is gzip in gzip',
      () => submit(gzipSync(gzipSync(job())), 'Content-Encoding: gzip\r\n'),
      '400 MALFORMED_JSON',
    ],
    [
      'is packed twice',
      () => submit(job(), 'Content-Encoding: gzip, gzip\r\n'),
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    ['is packed oddly', () => submit(job(), 'Content-Encoding: zip\r\n'), '415 UNSUPPORTED_MEDIA_TYPE'],
    [
      'is UTF-16',
      () => `${POST.replace('json', 'json; charset=utf-16')}Content-Length: 4\r\n\r\n{\0}\0`,
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'is a form',
      () => `${POST.replace('application/json', 'multipart/form-data')}Content-Length: 3\r\n\r\na=b`,
      '415 UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'is broken UTF-8 inside a text',
      () => submit(Buffer.from(spelled('"RP\xff0001"'), 'latin1')),
      '400 MALFORMED_JSON',
    ],
    ['is 1e5 lists deep', () => submit(spelled('['.repeat(1e5) + ']'.repeat(1e5))), '400 JSON_TOO_DEEP'],
    ['is 7 million lists deep', () => submit('['.repeat(7e6) + ']'.repeat(7e6)), '400 JSON_TOO_DEEP'],
    ['is 4 million lists wide', () => submit(`[${'[],'.repeat(4e6)}[]]`), '400 JSON_TOO_COMPLEX'],
    [
      'has 100,000 different fields',
      () => submit(`{${Array.from({ length: 1e5 }, (_, i) => `"k${i}":0`).join()}}`),
      '400 JSON_TOO_COMPLEX',
    ],
    [
      'has an id of 100,000 characters',
      () => submit(job({ store_id: 'x'.repeat(1e5) })),
      '400 INVALID_INPUT',
    ],
    ['has a URL of 2,049', () => submit(job({ image_url: ['u'.repeat(2_049)] })), '400 INVALID_INPUT'],
    ['has 1,001 images', () => submit(job({ image_url: Array(1_001).fill('u') })), '400 JOB_TOO_LARGE'],
    ['has an id of 12 million', () => submit(job({ store_id: 'x'.repeat(12e6) })), '400 INVALID_INPUT'],
    ['has a time of 100,000', () => submit(job({ visit_time: '2'.repeat(1e5) })), '400 INVALID_INPUT'],
    [
      'has a reference of 100,000',
      () => submit(job({}, { reference: 'x'.repeat(1e5) })),
      '400 INVALID_INPUT',
    ],
    [
      'has a label of 100,000',
      () => submit(job({}, { labels: { ['x'.repeat(1e5)]: 'x' } })),
      '400 INVALID_INPUT',
    ],
    ['has 10,000 labels', () => submit(job({}, { labels: Array(1e4).fill('x') })), '400 INVALID_INPUT'],
    ['has a NUL', () => submit(spelled('"RP\\u0000"')), '400 INVALID_INPUT'],
    ['has half a surrogate pair', () => submit(spelled('"RP\\ud800"')), '400 INVALID_INPUT'],
    ['has half a pair in a URL', () => submit(job({ image_url: ['http://a/\udfff'] })), '400 INVALID_INPUT'],
    [
      'has 1e309 for a number',
      () => submit(job({}, { priority: 0 }).replace(':0', ':1e309')),
      '400 INVALID_INPUT',
    ],
    ['has 1e309 for a count', () => submit(job().replace('"count":1', '"count":1e309')), '400 INVALID_INPUT'],
    [
      'has an object for a list',
      () => submit('{"count":1,"visits":{"length":1,"0":{}}}'),
      '400 INVALID_INPUT',
    ],
    [
      'hides its visit behind __proto__',
      () => submit(`{"count":1,"visits":[{"__proto__":${JSON.stringify(visit('RP00001', 'http://a/'))}}]}`),
      '400 INVALID_INPUT',
    ],
  ])('that %s is refused', async (_, request, expected) => {
    expect(await answer(request())).toBe(expected);
  });

  it('may say strange things where they do no harm', async () => {
    expect(await answer(submit(spelled('"NOWHERE","store_id":"RP00001"')))).toBe('201');
    expect(await answer(submit(job().replace('{', '{"__proto__":{"visits":[]},')))).toBe('201');
    expect(await answer(submit(job().replace('{', '{"constructor":1,"\\ud800":2,"toString":null,')))).toBe(
      '201',
    );
    const deep = JSON.parse('['.repeat(28) + ']'.repeat(28)) as unknown;
    expect(await answer(submit(job({ deep })))).toBe('201');
    expect(await answer(submit(job().replace('"count":1', '"count":1.0')))).toBe('201');
  });
});

describe('A request', () => {
  it.each([
    ['a length and chunks', `${POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG`],
    ['chunks and a length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG`],
    ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}G`],
    ['the same length twice', `${POST}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`],
    ['a list of lengths', `${POST}Content-Length: 2, 2\r\n\r\n{}`],
    ['a signed length', `${POST}Content-Length: +2\r\n\r\n{}`],
    ['a hexadecimal length', `${POST}Content-Length: 0x2\r\n\r\n{}`],
    ['a length above 64 bits', `${POST}Content-Length: 18446744073709551618\r\n\r\n{}`],
    ['xchunked', `${POST}Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
    ['gzip, chunked', `${POST}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
    ['chunked, identity', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n`],
    ['chunked twice', `${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a blank before a colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a vertical tab', `${POST}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n`],
    ['chunks in HTTP/1.0', `${chunked('{}').replace('HTTP/1.1', 'HTTP/1.0')}`],
    ['chunks that are no number', `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ['a chunk above 64 bits', `${POST}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}`],
    ['a chunk longer than it says', `${POST}Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx\r\n0\r\n\r\n`],
    ['chunks with bare line feeds', `${POST}Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n`],
    ['a huge chunk extension', `${POST}Transfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(4e4)}\r\n{}`],
    ['framing in its trailers', `${chunked('{}').slice(0, -2)}Content-Length: 9\r\n\r\n`],
    ['a folded header', `GET / HTTP/1.1\r\n${CLOSE}X-A: b\r\n c\r\n\r\n`],
    ['a folded transfer encoding', `${POST}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`],
    ['bare line feeds', `GET / HTTP/1.1\nHost: a\nConnection: close\n\n`],
    ['one bare line feed', `GET / HTTP/1.1\r\nHost: a\nX-A: b\r\n\r\n`],
    ['a bare carriage return', `GET / HTTP/1.1\r\nHost: a\rX-A: b\r\n\r\n`],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${CLOSE}X-A: a\0b\r\n\r\n`],
    ['a NUL in its path', `GET /health/live\0 HTTP/1.1\r\n${CLOSE}\r\n`],
    ['a blank in the name of a header', `GET / HTTP/1.1\r\n${CLOSE}X A: b\r\n\r\n`],
    ['a header without a name', `GET / HTTP/1.1\r\n${CLOSE}: b\r\n\r\n`],
    ['a blank before its first header', `GET / HTTP/1.1\r\n Host: a\r\n\r\n`],
    ['no host', `GET / HTTP/1.1\r\nConnection: close\r\n\r\n`],
    ['two hosts', `GET / HTTP/1.1\r\nHost: a\r\n${CLOSE}\r\n`],
    ['no version', `GET /\r\n\r\n`],
    ['a version to come', `GET / HTTP/9.9\r\n${CLOSE}\r\n`],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['an unknown method', `FOO / HTTP/1.1\r\n${CLOSE}\r\n`],
    ['a method in lower case', `get / HTTP/1.1\r\n${CLOSE}\r\n`],
    ['just anything', 'hello world\r\n\r\n'],
  ])('with %s is not read, and nothing behind it is', async (_, request) => {
    const smuggled = `GET /api/jobs HTTP/1.1\r\n${CLOSE}\r\n`;
    expect(await answer(request + smuggled)).toBe('400 MALFORMED_REQUEST');
  });

  it.each([
    ['100 headers and more', read('/health/live', 'X-A: 1\r\n'.repeat(120)), '431 TOO_MANY_HEADERS'],
    ['thousands of headers', read('/health/live', 'a:\r\n'.repeat(3_000)), '431 TOO_MANY_HEADERS'],
    ['a megabyte of headers', read('/health/live', `X-A: ${'a'.repeat(1e6)}\r\n`), '431 HEADERS_TOO_LARGE'],
    ['a URL of 10,000 characters', read(`/api/jobs?reference=${'a'.repeat(1e4)}`), '414 URL_TOO_LONG'],
    ['a URL of 100,000 characters', read(`/api/jobs?reference=${'a'.repeat(1e5)}`), '431 HEADERS_TOO_LARGE'],
    ['an id of 8,000 characters', read(`/api/stores/${'x'.repeat(8_000)}`), '404 STORE_NOT_FOUND'],
    ['a thousand parameters', read(`/api/jobs?${'a=&'.repeat(1_000)}`), '400 INVALID_INPUT'],
    ['an expectation nobody knows', read('/', 'Expect: 200-ok\r\n'), '400 INVALID_INPUT'],
    ['a wish for a tunnel', `CONNECT example.com:443 HTTP/1.1\r\n${HOST}\r\n`, '405 METHOD_NOT_ALLOWED'],
    ['TRACE', `TRACE /api/jobs HTTP/1.1\r\n${CLOSE}\r\n`, '405 METHOD_NOT_ALLOWED'],
    ['DELETE for a list', `DELETE /api/jobs HTTP/1.1\r\n${CLOSE}\r\n`, '405 METHOD_NOT_ALLOWED'],
    ['OPTIONS for nothing', `OPTIONS * HTTP/1.1\r\n${CLOSE}\r\n`, '404 NOT_FOUND'],
    [
      'another host in its line',
      'GET http://evil.example/api/x HTTP/1.1\r\n' + CLOSE + '\r\n',
      '404 NOT_FOUND',
    ],
  ])('with %s gets an answer', async (_, request, expected) => {
    expect(await answer(request)).toBe(expected);
  });

  it.each(
    [
      ['/api/jobs?limit=501', '400 INVALID_INPUT'],
      ['/api/jobs?limit=99999999999999999999', '400 INVALID_INPUT'],
      ['/api/jobs?limit=1&limit=2', '400 INVALID_INPUT'],
      ['/api/jobs?limit[]=1&limit[__proto__]=2&__proto__=3&constructor=4', '200'],
      ['/api/jobs?reference=%zz%&%=%', '200'],
      ['/api/jobs?reference=%00', '400 INVALID_INPUT'],
      ['/api/jobs?label=a%00:b', '400 INVALID_INPUT'],
      ['/api/jobs?reference=%ed%a0%80', '200'],
      ['/api/jobs/1e3', '400 INVALID_JOB_ID'],
      ['/api/stores/%00', '404 STORE_NOT_FOUND'],
      ['/api/stores/%ed%a0%80', '400 BAD_REQUEST'],
      ['/api/stores/__proto__', '404 STORE_NOT_FOUND'],
      ['/api/stores/imports/%00', '404 IMPORT_NOT_FOUND'],
      [`/api/stores/imports/${'9'.repeat(1_000)}`, '404 IMPORT_NOT_FOUND'],
      ['/api/stores?q=%25_%5c%27%22', '200'],
      ['/api/visits?startdate=-271821-04-20&enddate=275760-09-13', '400 INVALID_INPUT'],
      [`/api/jobs?cursor=${'A'.repeat(8_000)}`, '400 INVALID_CURSOR'],
      [`/api/jobs?cursor=${Buffer.from('['.repeat(5_000)).toString('base64url')}`, '400 INVALID_CURSOR'],
      [`/api/jobs?cursor=${Buffer.from('["9e999"]').toString('base64url')}`, '400 INVALID_CURSOR'],
      [`/api/stores?cursor=${Buffer.from('["\\u0000"]').toString('base64url')}`, '400 INVALID_CURSOR'],
      [
        `/api/stores?cursor=${Buffer.from('{"length":1,"0":"a"}').toString('base64url')}`,
        '400 INVALID_CURSOR',
      ],
    ].map(([path = '', expected]) => ({ shown: path.slice(0, 70), path, expected })),
  )('for $shown is answered', async ({ path, expected }) => {
    expect(await answer(read(path))).toBe(expected);
  });

  it('leads to no file that is not meant to be read', async () => {
    for (const prefix of ['', '/samples', '/docs']) {
      for (const way of [
        '/../package.json',
        '/../../etc/passwd',
        '/..%2fpackage.json',
        '/%2e%2e/package.json',
        '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
        '/..%252f..%252fpackage.json',
        '/..%5cpackage.json',
        '/..\\..\\package.json',
        '/....//....//package.json',
        '/%c0%ae%c0%ae/package.json',
        '/shelf-1.jpg%00.png',
        '/.git/config',
        '//etc/passwd',
        '/file:///etc/passwd',
      ]) {
        expect(`${prefix}${way} ${await answer(read(prefix + way))}`).toBe(`${prefix}${way} 404 NOT_FOUND`);
      }
    }
    expect(await answer(read('//evil.example/%2e%2e'))).toBe('404 NOT_FOUND');
    expect(await answer(read('/samples/shelf-1.jpg'))).toBe('200');
    expect(await answer(read('/samples/%73helf-1.jpg'))).toBe('200');
  });

  it('may come with others on one connection, also when a broken one follows', async () => {
    const live = `GET /health/live HTTP/1.1\r\n${HOST}\r\n`;
    expect(await answer(live.repeat(20) + read('/health/live'))).toBe(Array(21).fill('200').join(', '));
    expect(await answer(`${live}${live}GARBAGE\r\n\r\n`)).toBe('200, 200, 400 MALFORMED_REQUEST');
  });

  it('may wish for another protocol, and is answered in this one', async () => {
    const upgrade = read('/health/live', 'Upgrade: h2c\r\n').replace('close', 'close, Upgrade');
    expect(await answer(upgrade)).toBe('200');
    expect(await answer([`${POST}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`, 50, '{}'])).toBe(
      '100, 400 INVALID_INPUT',
    );
  });
});

describe('A client that goes away', () => {
  it('in the middle of whatever harms nobody', async () => {
    const body = job();
    const halves = [
      'GET /health',
      `${POST}Content-Le`,
      `${POST}Content-Length: 500\r\n\r\n`,
      `${POST}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 50)}`,
      `${POST}Transfer-Encoding: chunked\r\n\r\nff\r\n{"count"`,
      `${POST}Content-Encoding: gzip\r\nContent-Length: 500\r\n\r\n\x1f\x8b\x08`,
      `POST /api/stores/imports HTTP/1.1\r\n${CLOSE}Content-Type: text/csv\r\nContent-Length: 99\r\n\r\nAreaC`,
      read('/api/jobs').repeat(5),
    ];
    for (const half of halves) {
      const socket = connect(service.port, '127.0.0.1');
      await new Promise<void>((sent) => socket.write(Buffer.from(half, 'latin1'), () => sent()));
      socket.resetAndDestroy();
      for (const { status } of await sendRaw(service.port, half, { halfClose: true })) {
        expect(status).toBeLessThan(500);
      }
    }
  });
});

describe('A client that wants a tunnel', () => {
  it('may reset the connection when it is refused one', async () => {
    const socket = connect({ port: service.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write(`CONNECT example.com:443 HTTP/1.1\r\n${HOST}\r\n`);
    const [refusal] = (await once(socket, 'data')) as [Buffer];
    expect(refusal.toString()).toMatch(/^HTTP\/1\.1 405 /);
    socket.resetAndDestroy();
    await once(socket, 'close');
    expect((await get(service.url, '/health/live')).status).toBe(200);
  });
});

describe('A client that is slow', () => {
  let impatient: Service;
  beforeAll(async () => {
    impatient = await stack.start({ ROLE: 'api', REQUEST_TIMEOUT_MS: '1000', LOG_LEVEL: 'warn' });
  });

  it('is cut off, with an answer, wherever it stops or dawdles', async () => {
    const answers = await Promise.all(
      [
        [`GET /health/live HTTP/1.1\r\n${HOST}X-A: `, ...drip('a')],
        [`${POST}Content-Length: 900\r\n\r\n`, ...drip(' ')],
        [`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...drip('1\r\n \r\n')],
        [`${POST}Content-Length: 500\r\n\r\n{"count":`],
        [`${POST}Content-Encoding: gzip\r\nContent-Length: 500\r\n\r\n\x1f\x8b\x08\x00\x00`],
      ].map((parts) => sendRaw(impatient.port, parts)),
    );
    const late = { error: 'The request did not arrive in time.', code: 'REQUEST_TIMEOUT' };
    expect(answers.flat().map(({ status, body }) => [status, JSON.parse(body) as unknown])).toEqual(
      Array(5).fill([408, late]),
    );
    expect((await get(impatient.url, '/health/live')).status).toBe(200);
  });

  it('but in time is served', async () => {
    const body = job();
    const parts = [`${POST}Content-Length: ${body.length}\r\n`, 200];
    const answers = await sendRaw(impatient.port, [
      ...parts,
      '\r\n',
      200,
      body.slice(0, 20),
      200,
      body.slice(20),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201]);
  });
});

/** Five seconds of something every now and then. */
function drip(piece: string): Part[] {
  return Array.from({ length: 50 }, () => [piece, 100]).flat();
}
