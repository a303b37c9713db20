import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LOCKS } from '../../src/database/locks.js';
import { createTestDatabase } from '../support/database.js';

describe('Migrating', () => {
  it('waits for another process that migrates, however long it takes', async () => {
    const database = await createTestDatabase();
    const holder = database.dataSource.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock($1)', [LOCKS.migration]);
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url };
    const migrated = promisify(execFile)(process.execPath, ['dist/cli.js', 'migrate'], { env });
    // Longer than any limit that a statement of a request has to keep to on top of its own.
    await holder.query('SELECT pg_sleep(8)');
    await holder.query('SELECT pg_advisory_unlock($1)', [LOCKS.migration]);
    await holder.release();
    await expect(migrated).resolves.toBeDefined();
    await database.drop();
  });
});
