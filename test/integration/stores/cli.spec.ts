import { execFile, spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, customerStoreMaster, HEADER, importCsv } from '../../support/store-master.js';

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
beforeEach(() => database.dataSource.query('TRUNCATE store_changes, store_imports, stores'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** Runs the built command line with nothing but these settings: no REDIS_URL in particular. */
function cli(args: string[], env: Record<string, string> = { DATABASE_URL: database.url }): Promise<Run> {
  return new Promise((resolve) => {
    const all = { env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, ['dist/cli.js', ...args], all, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
function fileOf(content: string | Buffer, name = 'stores.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const countStores = async () => {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM stores',
  );
  return row?.count;
};

describe('stores:seed', () => {
  it("loads a customer's list, and reports it unchanged the second time", async () => {
    const path = fileOf(customerStoreMaster());
    const first = await cli(['stores:seed', path]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/inserted +4944\n/);
    const second = await cli(['stores:seed', path]);
    expect(second.stdout).toMatch(/inserted +0\n +updated +0\n +unchanged +4944\n +rejected +0\n/);
  });

  it('prints one JSON object and nothing else when asked to', async () => {
    const { code, stdout } = await cli([
      'stores:seed',
      fileOf(csvOf('1,A,RP1', '1,B,')),
      '--allow-rejects',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file_name: 'stores.csv',
      inserted: 1,
      rejected: 1,
      rejects: [{ line: 3, reason: 'StoreID is blank.' }],
    });
  });

  it('takes all options together', async () => {
    await importCsv(database.url, csvOf('1,OLD,RP9'));
    const path = fileOf(csvOf('1,A,RP1'));
    const dry = await cli(['stores:seed', path, '--dry-run', '--deactivate-missing']);
    expect(dry.stdout).toMatch(/deactivated +1\n[^]*Dry run/);
    expect(await countStores()).toBe(1);
  });

  it('ends with 1 and the lines to mend when the file is refused', async () => {
    const path = fileOf(csvOf('1,A,RP1', '1,B,', ',C,RP3'));
    const { code, stdout, stderr } = await cli(['stores:seed', path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('  line 3: StoreID is blank.\n  line 4: AreaCode is blank.\n');
    const json = await cli(['stores:seed', path, '--json']);
    expect([json.code, json.stderr]).toEqual([1, '']);
    expect(JSON.parse(json.stdout)).toMatchObject({ code: 'IMPORT_REJECTED', rejected: 2 });
    expect(await countStores()).toBe(0);
  });

  it.each<[string, () => [string[], Record<string, string>?], RegExp]>([
    ['a missing file', () => [['nowhere.csv']], /^There is no file "nowhere\.csv"\.\n$/],
    ['a folder', () => [[folder]], /is a folder, not a CSV file\.\n$/],
    ['a program', () => [[process.execPath]], /This is not a CSV file: it is binary data\.\n$/],
    [
      'no database',
      () => [[fileOf(csvOf('1,A,RP1'))], { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }],
      /cannot be reached \(ECONNREFUSED\)\.\n$/,
    ],
    ['no setting', () => [[fileOf(csvOf('1,A,RP1'))], {}], /^DATABASE_URL is not set/],
  ])('ends with 1 and one sentence for %s', async (_, given, sentence) => {
    const [args, env] = given();
    const { code, stdout, stderr } = await cli(['stores:seed', ...args], env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('leaves nothing behind when it is killed in the middle', async () => {
    const lines = Array.from({ length: 400_000 }, (_, i) => `1,STORE ${i},RP${i}\n`);
    const path = fileOf(`${HEADER}\n${lines.join('')}`, 'large.csv');
    const child = spawn(process.execPath, ['dist/cli.js', 'stores:seed', path], {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
      stdio: 'ignore',
    });
    const copying = `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'COPY staged_stores%' AND state = 'active'`;
    while ((await database.dataSource.query<object[]>(copying)).length === 0) await sleep(10);
    child.kill('SIGKILL');
    expect(await importCsv(database.url, createReadStream(fileOf(csvOf('1,A,RP1'))))).toMatchObject({
      inserted: 1,
    });
    expect(await countStores()).toBe(1);
  });
});

describe('The command line', () => {
  it.each([[[]], [['--help']]])('helps without any setting: %j', async (args: string[]) => {
    const { stdout, stderr } = await cli(args, {});
    expect(stdout + stderr).toMatch(/stores:seed .*<file>[^]*migrate/);
  });

  it('migrates, and says when there is nothing to do', async () => {
    const [admin, name] = [database.dataSource, `cli_${Date.now()}`];
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    try {
      const unmigrated = { DATABASE_URL: url.href, MIGRATE_ON_START: 'false' };
      const early = await cli(['stores:seed', fileOf(csvOf('1,A,RP1'))], unmigrated);
      expect([early.code, early.stderr]).toEqual([
        1,
        expect.stringContaining('run the command "migrate" first'),
      ]);
      const first = await cli(['migrate'], { DATABASE_URL: url.href });
      expect(first.stdout).toContain('applied CreateStores1763900000000\n');
      const second = await cli(['migrate'], { DATABASE_URL: url.href });
      expect(second).toMatchObject({ code: 0, stdout: 'nothing to apply\n' });
    } finally {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
