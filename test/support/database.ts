import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options.js';

/** An empty database with every migration applied, for one test file alone. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

const MIGRATIONS = resolve('migrations');
const TEMPLATE_LOCK = 7_162_100;

/**
 * A copy of the template takes a tenth of the time the migrations would.
 *
 * @param server URL of any database on the server to use
 */
export async function createTestDatabase(
  server = process.env['TEST_DATABASE_URL'] ?? '',
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await ensureTemplate(admin, server);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = urlOf(server, name);
  const dataSource = new DataSource(
    dataSourceOptions({
      url,
      migrateOnStart: false,
      poolSize: 8,
      connectTimeoutMs: 5_000,
      statementTimeoutMs: 60_000,
    }),
  );
  await dataSource.initialize();
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await asAdmin(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url, dataSource, drop };
}

/** Migrated by the built product itself, once per set of migrations. */
async function ensureTemplate(admin: pg.Client, server: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) {
    if (file.endsWith('.ts')) hash.update(readFileSync(resolve(MIGRATIONS, file)));
  }
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  const { rowCount } = await admin.query(`SELECT FROM pg_database WHERE datname = $1 AND datistemplate`, [
    name,
  ]);
  if (rowCount) return name;
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.query(`CREATE DATABASE ${name}`);
  await promisify(execFile)(process.execPath, ['dist/cli.js', 'migrate'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: urlOf(server, name) },
  });
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  return name;
}

async function asAdmin<T>(server: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
