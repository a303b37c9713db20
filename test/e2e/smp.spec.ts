import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { visit } from '../support/api.js';
import { makeGroup } from '../support/groups.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { makeKey } from '../support/keys.js';
import { freePort, type Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = resolve('dist/client/smp/main.js');
const NOON = '2026-03-01T12:00:00Z';
const BAD = 'ftp://example.com/1.jpg';

let stack: Stack;
let service: Service;
let key: string;
let folder: string;
let good: string;
let host: ImageServer;
let mended = false;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database);
  key = (await makeKey(stack.database.dataSource, 'smp', 'submit', 'read')).text;
  // Keys are asked for, so that every command shows that it sends its own.
  service = await stack.start({ AUTH: 'on' });
  good = `http://localhost:${service.port}/samples/shelf-1.jpg`;
  host = await serveImages({
    '/hangs.jpg': () => undefined,
    '/later.jpg': (_, response) =>
      response.writeHead(mended ? 200 : 404).end(readFileSync('samples/shelf-1.jpg')),
  });
  folder = mkdtempSync(join(tmpdir(), 'smp-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack?.stop();
  await host?.stop();
});

/** Runs the built command as a person with a key would, in a folder of files. */
async function smp(words: string, { input = '', ...env }: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...words.split(' ')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], SMP_URL: service.url, SMP_KEY: key, ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** A spreadsheet of one image per row. */
function csvFile(name: string, ...rows: readonly [store: string, url: string][]): string {
  const lines = rows.map(([store, url]) => `${store},"${url}",${NOON}\r\n`).join('');
  writeFileSync(join(folder, name), `\ufeffstore_id,image_url,visit_time\r\n${lines}`);
  return name;
}

/** What the API says of the job, beside the command. */
async function jobOf(id: string) {
  const headers = { Authorization: `Bearer ${key}` };
  const response = await fetch(`${service.url}/api/jobs/${id}`, { headers });
  return (await response.json()) as Record<string, unknown> & { progress: Record<string, number> };
}

async function countJobs(): Promise<number> {
  const [row] = await stack.database.dataSource.query<{ count: number }[]>('SELECT count(*)::int FROM jobs');
  return row?.count ?? -1;
}

describe('smp submit', () => {
  it('takes a spreadsheet, waits for the end, and ends with 0 when every image was measured', async () => {
    const file = csvFile('visits.csv', ['RP00001', good], ['RP00002', good], ['RP00001', good]);
    const { code, stdout, stderr } = await smp(
      `submit ${file} --wait --reference north --label team:a --label car:2 --priority -2`,
    );
    const id = stdout.trim();
    expect({ code, id, stderr }).toMatchObject({ code: 0, id: expect.stringMatching(/^\d+$/) });
    expect(stderr).toContain(`job ${id}: 100 %, 3 of 3\n`);
    expect(await jobOf(id)).toMatchObject({
      visit_count: 2,
      priority: -2,
      reference: 'north',
      labels: { team: 'a', car: '2' },
      progress: { total: 3, processed: 3 },
    });
  });

  it('lists the images that failed, and ends with 1', async () => {
    const { code, stdout } = await smp(
      `submit ${csvFile('some.csv', ['RP00001', good], ['RP00002', BAD])} --wait`,
    );
    const [id, ...failed] = stdout.trim().split('\n');
    expect({ code, id }).toEqual({ code: 1, id: expect.stringMatching(/^\d+$/) });
    expect(failed.map((line) => line.split('\t').slice(0, 3))).toEqual([
      ['RP00002', BAD, 'URL_SCHEME_NOT_ALLOWED'],
    ]);
  });

  it('names the lines of a spreadsheet that do not fit, sends nothing, and ends with 2', async () => {
    const before = await countJobs();
    const { code, stdout, stderr } = await smp(
      `submit ${csvFile('odd.csv', ['RP00001', good], ['', good], ['RP00001', ''])}`,
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'odd.csv was not sent:\nline 3: store_id is empty.\nline 4: image_url is empty.\n',
    });
    expect(await countJobs()).toBe(before);
  });

  it('says what the service says of what it refuses, and ends with 2', async () => {
    const { code, stderr } = await smp(`submit ${csvFile('who.csv', ['RP99999', good])}`);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'The store "RP99999" is not in the Store Master.\n',
    });
  });

  it('takes the JSON of a submit from its input', async () => {
    const input = JSON.stringify({ count: 1, visits: [visit('RP00001', good)], priority: 1, reference: 'a' });
    const { code, stdout } = await smp('submit - --reference b', { input });
    expect(code).toBe(0);
    expect(await jobOf(stdout.trim())).toMatchObject({ priority: 1, reference: 'b' });
  });

  it('makes one job of the same file and key, and a new one without a key', async () => {
    const file = csvFile('twice.csv', ['RP00001', good]);
    const [first, again] = [
      await smp(`submit ${file} --idempotency-key k`),
      await smp(`submit ${file} --idempotency-key k`),
    ];
    expect(again).toMatchObject({ code: 0, stdout: first.stdout });
    expect(again.stderr).toContain('submitted before');
    expect((await smp(`submit ${file}`)).stdout).not.toBe(first.stdout);
  });

  it('goes on when the answer was lost, without a second job', async () => {
    const before = await countJobs();
    const proxy = await loseFirstAnswer();
    const { code, stdout, stderr } = await smp(`submit ${csvFile('lost.csv', ['RP00001', good])}`, {
      SMP_URL: proxy.url,
    });
    await proxy.stop();
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('Trying again.') });
    expect(await countJobs()).toBe(before + 1);
    expect(await jobOf(stdout.trim())).toMatchObject({ visit_count: 1 });
  });
});

describe('smp status and list', () => {
  it('say how a job is doing, for people and for programs', async () => {
    const id = (
      await smp(`submit ${csvFile('state.csv', ['RP00003', good], ['RP00003', BAD])} --reference mine`)
    ).stdout.trim();
    const waited = await smp(`status ${id} --wait --json`);
    expect(waited.code).toBe(1);
    expect(JSON.parse(waited.stdout)).toMatchObject({ status: 'failed', job_id: id, error_count: 1 });
    const { code, stdout } = await smp(`status ${id}`);
    expect(code).toBe(1);
    expect(stdout.split('\n')[0]).toBe(`job ${id}: failed, 100 %, 2 of 2, 1 failed`);
    expect(stdout.split('\n')[1]).toMatch(`RP00003\t${BAD}\tURL_SCHEME_NOT_ALLOWED\t`);

    const list = await smp('list --reference mine');
    expect(
      list.stdout
        .split('\n')
        .slice(0, 2)
        .map((line) => line.split(/ +/).slice(0, 2)),
    ).toEqual([
      ['job', 'status'],
      [id, 'failed'],
    ]);
    const json = await smp('list --reference mine --json');
    expect(JSON.parse(json.stdout)).toMatchObject({ jobs: [{ job_id: id }] });
  });

  it('end with 2 when there is no such job', async () => {
    expect(await smp('status 999999999')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('999999999'),
    });
  });
});

describe('smp pause, resume and cancel', () => {
  it('stop a job and let it go on, and say why when that makes no sense', async () => {
    const file = csvFile('slow.csv', ['RP00004', `${host.url}/hangs.jpg`], ['RP00004', good]);
    const id = (await smp(`submit ${file}`)).stdout.trim();
    expect(await smp(`pause ${id}`)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^job ${id}: paused, `),
    });
    expect(await smp(`pause ${id}`)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('paused'),
    });
    expect(await smp(`resume ${id}`)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^job ${id}: (queued|running), `),
    });
    expect(await smp(`cancel ${id}`)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^job ${id}: cancelled, 100 %`),
    });
    expect(await smp(`cancel ${id}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cancelled'),
    });
    expect(await smp(`status ${id} --wait`)).toMatchObject({ code: 1 });
  });
});

describe('smp retry', () => {
  it('runs only what failed again, and tells before what that would be', async () => {
    const file = csvFile('later.csv', ['RP00005', `${host.url}/later.jpg`], ['RP00005', good]);
    const first = await smp(`submit ${file} --wait`);
    const id = first.stdout.split('\n')[0] ?? '';
    expect(first.code).toBe(1);
    expect(await smp(`retry ${id} --dry-run`)).toMatchObject({
      code: 0,
      stdout: '1 image to run again\nHTTP_404\t1\n',
    });
    expect(await smp(`retry ${id} --code HTTP_500`)).toMatchObject({ code: 2, stdout: '' });
    mended = true;
    const { code, stdout, stderr } = await smp(`retry ${id} --code HTTP_404 --store RP00005 --wait`);
    expect({ code, stdout, stderr }).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('as run 1\n'),
    });
    expect(await jobOf(id)).toMatchObject({ status: 'completed', run: 1, progress: { processed: 2 } });
  });
});

describe('smp export', () => {
  it('saves what the API sends, and leaves a file that is there alone', async () => {
    const file = csvFile('out.csv', ['RP00006', good], ['RP00006', BAD]);
    const id = (await smp(`submit ${file} --wait`)).stdout.split('\n')[0] ?? '';
    const headers = { Authorization: `Bearer ${key}` };
    const answer = await fetch(`${service.url}/api/jobs/${id}/results.csv`, { headers });
    const csv = Buffer.from(await answer.arrayBuffer());
    expect(await smp(`export ${id}`)).toEqual({ code: 0, stdout: '', stderr: `job-${id}.csv: 2 images\n` });
    expect(readFileSync(join(folder, `job-${id}.csv`))).toEqual(csv);

    writeFileSync(join(folder, 'mine.csv'), 'mine');
    expect(await smp(`export ${id} -o mine.csv`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--force'),
    });
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('mine');
    expect(await smp(`export ${id} -o mine.csv --force`)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'mine.csv'))).toEqual(csv);

    expect(await smp(`export ${id} -o book.xlsx`)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'book.xlsx')).toString('latin1', 0, 2)).toBe('PK');
  });

  it('leaves nothing behind when the download breaks off', async () => {
    const broken = await serveImages({
      '/api/jobs/1/results.csv': (_, response) => {
        response
          .writeHead(200, { 'Content-Type': 'text/csv', 'Transfer-Encoding': 'chunked' })
          .write('job_id\n');
        setTimeout(() => response.destroy(), 100);
      },
    });
    const { code, stderr } = await smp('export 1 -o part.csv', { SMP_URL: broken.url });
    await broken.stop();
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^part\.csv was not written: .*broke off/),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('part.csv'))).toEqual([]);
  });
});

describe('smp --group', () => {
  it('means the stores of a group alone, where jobs are listed, run again and saved', async () => {
    const group = await makeGroup(stack.database.dataSource, { storeIds: ['RP00007'] });
    const file = csvFile('both.csv', ['RP00007', BAD], ['RP00008', BAD], ['RP00008', good]);
    const id = (await smp(`submit ${file} --reference grouped --wait`)).stdout.split('\n')[0] ?? '';
    await smp(`submit ${csvFile('other.csv', ['RP00008', BAD])} --reference grouped --wait`);

    const list = await smp(`list --reference grouped --group ${group} --json`);
    const { jobs } = JSON.parse(list.stdout) as { jobs: { job_id: string }[] };
    expect(jobs.map(({ job_id }) => job_id)).toEqual([id]);
    expect(await smp(`retry ${id} --group ${group} --dry-run`)).toMatchObject({
      code: 0,
      stdout: '1 image to run again\nURL_SCHEME_NOT_ALLOWED\t1\n',
    });
    expect(await smp(`export ${id} --group ${group} -o group.csv`)).toMatchObject({ code: 0 });
    const [, ...rows] = readFileSync(join(folder, 'group.csv'), 'utf8').trim().split('\r\n');
    expect(rows).toEqual([expect.stringContaining('RP00007')]);
  });

  it('ends with 2 when there is no such group', async () => {
    expect(await smp('list --group 999')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no group "999".\n',
    });
  });
});

describe('smp', () => {
  it('says that a key is needed, and what to set', async () => {
    const { code, stderr } = await smp('list', { SMP_KEY: '' });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/\. Set SMP_KEY to an API key of the service\.\n$/),
    });
  });

  it('says that the service is away, and how to go on', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, stdout, stderr } = await smp(`submit ${csvFile('away.csv', ['RP00001', good])}`, {
      SMP_URL: url,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`The service at ${url} cannot be reached (ECONNREFUSED).`);
    expect(stderr).toMatch(/With --idempotency-key \S+, the same command is safe to run again\.\n$/);
  });

  it('ends with 2 and the way to the help when it is not called as it should be', async () => {
    for (const words of ['frobnicate', 'submit', 'status x', 'submit a.csv --wiat']) {
      expect(await smp(words)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/ See: npm run smp -- --help\n$/),
      });
    }
    expect(await smp('submit missing.csv')).toMatchObject({
      code: 2,
      stderr: 'missing.csv cannot be read (ENOENT).\n',
    });
    expect(await smp('list', { SMP_URL: 'localhost:8081' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^SMP_URL is /),
    });
  });

  it('shows its help, and that of each command, without a service', async () => {
    const { code, stdout } = await smp('--help', { SMP_URL: 'none' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('submit <file>') });
    expect(await smp('submit --help', { SMP_URL: 'none' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--wait'),
    });
  });
});

/** Stands before the service and passes everything on, but loses the first answer. */
async function loseFirstAnswer(): Promise<{ url: string; stop(): Promise<void> }> {
  let lost = false;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const names = ['authorization', 'content-type', 'idempotency-key'];
    const headers = Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
    const body = await buffer(request);
    const answer = await fetch(`${service.url}/api/submit`, { method: 'POST', headers, body });
    if (!lost) response.destroy();
    else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
    lost = true;
  };
  const server = createServer((request, response) => void pass(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
