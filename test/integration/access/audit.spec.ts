import { insider, type Caller } from '../../../src/access/caller.js';
import { SubmissionRepository } from '../../../src/jobs/submission/submission.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { keysOn } from '../../support/keys.js';
import { csvOf, importCsv } from '../../support/store-master.js';

let database: TestDatabase;
const entries = () =>
  database.dataSource.query<Record<string, unknown>[]>(
    'SELECT key_id, actor, action, subject, detail, address, request_id FROM audit_log ORDER BY id',
  );
const CALLER: Caller = {
  id: '7',
  name: 'field-app',
  scopes: ['submit'],
  address: '203.0.113.7',
  requestId: 'r1',
};
const VISIT = {
  storeId: 'RP1',
  visitTime: '2026-03-01T09:30:00.000Z',
  imageUrls: ['http://a/1', 'http://a/2'],
};

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.dataSource.query('TRUNCATE audit_log, jobs, idempotency_keys RESTART IDENTITY'));
afterAll(() => database?.drop());

describe('The audit log', () => {
  it('names who submitted a job, and the job belongs to that key', async () => {
    const submissions = new SubmissionRepository(database.dataSource);
    const jobId = await submissions.create({ visits: [VISIT], priority: 0, labels: {} }, CALLER);
    expect(await entries()).toEqual([
      {
        key_id: '7',
        actor: 'field-app',
        action: 'job.submitted',
        subject: jobId,
        detail: { visits: 1, images: 2 },
        address: '203.0.113.7',
        request_id: 'r1',
      },
    ]);
    const [job] = await database.dataSource.query<object[]>(
      `SELECT owner, actor FROM jobs JOIN job_events ON job_id = jobs.id WHERE jobs.id = $1`,
      [jobId],
    );
    expect(job).toEqual({ owner: '7', actor: 'field-app' });
  });

  it('has nothing of a submit that was refused', async () => {
    const submissions = new SubmissionRepository(database.dataSource);
    const claim = { owner: '7', key: 'k', digest: Buffer.alloc(32) };
    const submission = { visits: [VISIT], priority: 0, labels: {} };
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => submissions.create(submission, CALLER, claim)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await entries()).toHaveLength(1);
  });

  it('has every import that was made, and no dry run or refusal', async () => {
    await importCsv(database.url, csvOf('1,A,RP1', '1,B,RP2'), { importedBy: 'root' });
    await importCsv(database.url, csvOf('1,A,RP1'), { dryRun: true });
    await expect(importCsv(database.url, csvOf('1,A,'))).rejects.toMatchObject({ code: 'IMPORT_REJECTED' });
    expect(await entries()).toMatchObject([
      {
        key_id: null,
        actor: 'cli',
        action: 'stores.imported',
        subject: '1',
        detail: {
          file_name: 'test.csv',
          imported_by: 'root',
          rows: 2,
          inserted: 2,
          updated: 0,
          deactivated: 0,
        },
        address: null,
      },
    ]);
  });

  it('has keys made and revoked', async () => {
    const keys = keysOn(database.dataSource);
    const { key } = await keys.create('field-app', ['submit'], insider('cli'));
    await keys.revoke(key.id, { ...CALLER, id: '8', name: 'admin' });
    expect(await entries()).toMatchObject([
      {
        actor: 'cli',
        action: 'key.created',
        subject: key.id,
        detail: { name: 'field-app', scopes: ['submit'] },
      },
      { actor: 'admin', key_id: '8', action: 'key.revoked', subject: key.id, detail: { name: 'field-app' } },
    ]);
  });
});
