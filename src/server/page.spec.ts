import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { servePageAddresses } from './page.js';

const JOB_PAGE = '/jobs/128';

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<title>Page</title>');
  server = express().use(servePageAddresses(folder)).listen(0, '127.0.0.1');
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
