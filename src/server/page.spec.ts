import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { servePageAddresses, servePageFiles } from './page.js';

const JOB_PAGE = '/jobs/128';

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Page</title>');
  server = express().use(servePageAddresses(folder), servePageFiles(folder)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const { port } = server.address() as AddressInfo;
  const options = {
    method,
    headers: { connection: 'close', ...headers },
    signal: AbortSignal.timeout(5_000),
  };
  return fetch(`http://127.0.0.1:${port}${path}`, options);
};
const open = (path: string, method?: string) => ask(path, { accept: 'text/html' }, method);

describe('The addresses of the page', () => {
  it('answer an error while the page is away, and the page when it is there again', async () => {
    renameSync(join(folder, 'index.html'), join(folder, 'away'));
    expect((await open(JOB_PAGE)).status).toBe(500);
    renameSync(join(folder, 'away'), join(folder, 'index.html'));
    const back = await open(JOB_PAGE);
    expect([back.status, await back.text()]).toEqual([200, '<title>Page</title>']);
  });

  it('answer those who only want to know whether they are there', async () => {
    const head = await open(JOB_PAGE, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await open(JOB_PAGE, 'POST')).status).toBe(404);
  });

  it('are not those of the API, however they are written', async () => {
    expect((await open('/api/jobs')).status).toBe(404);
    expect((await open('/API/jobs')).status).toBe(404);
    expect((await open('/apis')).status).toBe(200);
  });
});

describe('The files of the page', () => {
  const GZIP = { 'accept-encoding': 'gzip, deflate, br' };
  const facts = async (answer: Response) => {
    const { headers } = answer;
    const names = ['content-encoding', 'content-type', 'vary'];
    return [await answer.text(), ...names.map((name) => headers.get(name))];
  };
  const JS = 'text/javascript; charset=utf-8';

  beforeEach(() => {
    writeFileSync(join(folder, 'assets/app-1.js'), 'as it is');
    writeFileSync(join(folder, 'assets/app-1.js.gz'), gzipSync('as it was packed'));
    writeFileSync(join(folder, 'assets/small-2.js'), 'too small to pack');
  });

  it('come as they were packed by the build, to those who take that', async () => {
    const packed = await ask('/assets/app-1.js?x', GZIP);
    expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await facts(packed)).toEqual(['as it was packed', 'gzip', JS, 'Accept-Encoding']);
    const plain = await ask('/assets/app-1.js', { 'accept-encoding': 'identity' });
    expect(await facts(plain)).toEqual(['as it is', null, JS, 'Accept-Encoding']);
  });

  it('come as they are where nothing is packed', async () => {
    const plain = await ask('/assets/small-2.js', GZIP);
    expect(await facts(plain)).toEqual(['too small to pack', null, JS, 'Accept-Encoding']);
    expect((await ask('/assets/gone-3.js', GZIP)).status).toBe(404);
  });

  it('tell of no packing with an error', async () => {
    const refused = await ask('/assets/app-1.js', { ...GZIP, 'if-match': '"another"' });
    expect([refused.status, refused.headers.get('content-encoding')]).toEqual([412, null]);
  });
});
