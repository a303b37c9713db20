import { setTimeout as sleep } from 'node:timers/promises';
import { ExportAbandonedError } from '../../../src/jobs/export/export.errors.js';
import { ExportSession } from '../../../src/jobs/export/export-session.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let begin: () => Promise<ExportSession>;

beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { migrateOnStart: false, poolSize: 1, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000 };
  begin = () => ExportSession.begin({ url: database.url, ...limits });
  await database.dataSource.query(`CREATE TABLE numbers AS SELECT n FROM generate_series(1, 250) n`);
});
afterAll(() => database?.drop());

const statement = (text: string) => ({ text, values: [] });

async function backends(): Promise<number> {
  const [row] = await database.dataSource.query<[{ n: number }]>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE application_name = 'smp-export' AND datname = current_database()`,
  );
  return row.n;
}

async function untilNone(): Promise<void> {
  for (const end = Date.now() + 10_000; (await backends()) > 0 && Date.now() < end;) await sleep(20);
  expect(await backends()).toBe(0);
}

describe('ExportSession', () => {
  it('shows one moment from the count to the last row, and ends with it', async () => {
    const session = await begin();
    const { n } = await session.one<{ n: number }>(statement('SELECT count(*)::int AS n FROM numbers'));
    await database.dataSource.query(`INSERT INTO numbers VALUES (251)`);
    const seen: number[] = [];
    for await (const rows of session.batches<{ n: number }>(statement('SELECT n FROM numbers ORDER BY n'))) {
      seen.push(...rows.map((row) => row.n));
    }
    expect([n, seen]).toEqual([250, Array.from({ length: 250 }, (_, at) => at + 1)]);
    await untilNone();
    expect(session.lost.aborted).toBe(false);
  });

  it('ends a statement that is under way when it is closed', async () => {
    const session = await begin();
    const slow = session.one(statement('SELECT pg_sleep(60)'));
    const ended = expect(slow).rejects.toBeInstanceOf(ExportAbandonedError);
    expect(await backends()).toBe(1);
    await session.close();
    await ended;
    await untilNone();
  });

  it('changes nothing', async () => {
    const session = await begin();
    await expect(session.one(statement('INSERT INTO numbers VALUES (0)'))).rejects.toThrow('read-only');
    await session.close();
  });

  it('notices at once that the database has given it up', async () => {
    const session = await begin();
    const lost = new Promise((resolve) => session.lost.addEventListener('abort', resolve));
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'smp-export' AND datname = current_database()`,
    );
    await lost;
    await session.close();
  });
});
