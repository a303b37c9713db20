import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { GroupsRepository } from '../../src/groups/groups.repository.js';
import { AreaFiguresRepository } from '../../src/jobs/figures/area-figures.repository.js';
import { StoreFiguresRepository } from '../../src/jobs/figures/store-figures.repository.js';
import { HeavyReadsRepository } from '../../src/database/heavy-reads.repository.js';
import { FiguresTooLargeError } from '../../src/jobs/jobs.errors.js';
import { JobSummaryRepository } from '../../src/jobs/summary/job-summary.repository.js';
import { StoreVisitsRepository } from '../../src/jobs/visits/store-visits.repository.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { JOB_ENTITIES, jobListOn, makeGroup } from '../support/groups.js';

const DAY = { from: new Date('2026-03-01'), before: new Date('2026-03-02') };

const READS: readonly [name: string, read: (reads: HeavyReadsRepository) => Promise<unknown>][] = [
  ['figures of areas', (reads) => new AreaFiguresRepository(reads).findWorst(DAY)],
  ['figures of a store', (reads) => new StoreFiguresRepository(reads).sumUp('S1', DAY)],
  ['visits of a store', (reads) => new StoreVisitsRepository(reads).findPage('S1', {}, undefined, 50)],
  ['the summary of a job', (reads) => new JobSummaryRepository(reads).summarize('1', undefined)],
];

const tooLarge = () => new FiguresTooLargeError();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** With four connections, while nobody can read a job, an image, or the list of a group. */
async function whileLocked(statementTimeoutMs: number, work: (pool: DataSource) => Promise<void>) {
  const url = database.url;
  const options = { url, migrateOnStart: false, poolSize: 4, connectTimeoutMs: 2_000, statementTimeoutMs };
  const pool = await new DataSource({ ...dataSourceOptions(options), entities: JOB_ENTITIES }).initialize();
  const holder = database.dataSource.createQueryRunner();
  try {
    await holder.startTransaction();
    await holder.query(`LOCK TABLE jobs, images, store_group_members IN ACCESS EXCLUSIVE MODE`);
    await work(pool);
  } finally {
    await holder.rollbackTransaction();
    await holder.release();
    await pool.destroy();
  }
}

describe('Whoever reads many rows', () => {
  it.each(READS)('gives up with a way out when Postgres takes too long: %s', async (_, read) => {
    await whileLocked(200, async (pool) => {
      const answer = read(new HeavyReadsRepository(pool));
      await expect(answer).rejects.toMatchObject({ code: 'FIGURES_TOO_LARGE', kind: 'unprocessable' });
    });
    // The same is answered when nothing holds it up.
    await expect(read(new HeavyReadsRepository(database.dataSource))).resolves.toBeDefined();
  });

  it('gives up likewise over the stores of a group', async () => {
    await whileLocked(200, async (pool) => {
      const groups = new GroupsRepository(pool, new HeavyReadsRepository(pool));
      const count = groups.count({
        hearsNames: false,
        ofStore: () => 'EXISTS (SELECT FROM store_group_members)',
      });
      await expect(count).rejects.toMatchObject({ code: 'GROUP_TOO_SLOW', kind: 'unprocessable' });
    });
  });

  it('gives up likewise over the jobs of a group', async () => {
    const group = await makeGroup(database.dataSource, { rule: { active: true } });
    await whileLocked(200, async (pool) => {
      const page = jobListOn(pool).findPage({ created: {}, group }, undefined, 50);
      await expect(page).rejects.toMatchObject({ code: 'GROUP_JOBS_TOO_SLOW', kind: 'unprocessable' });
    });
  });

  it('leaves connections for those who read little', async () => {
    let answers: Promise<unknown> | undefined;
    await whileLocked(30_000, async (pool) => {
      const reads = new HeavyReadsRepository(pool);
      answers = Promise.allSettled([...READS, ...READS].map(([, read]) => read(reads)));
      await expect(pool.query(`SELECT count(*)::int AS stores FROM stores`)).resolves.toEqual([
        { stores: 0 },
      ]);
      const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      let held = 0;
      while (held < 3) held = (await pool.query<[{ n: number }]>(waiting))[0].n;
      expect(held).toBe(3);
    });
    await answers;
  });

  it('may take ten seconds, is not compiled, and leaves the connection as it was', async () => {
    const settings = `SELECT current_setting('statement_timeout') AS time, current_setting('jit') AS jit`;
    const [before] = await database.dataSource.query<[object]>(settings);
    const reads = new HeavyReadsRepository(database.dataSource);
    const [inside] = await reads.rows({ text: settings, values: [], kind: 'test', tooLarge });
    expect(inside).toEqual({ time: '10s', jit: 'off' });
    expect(before).not.toEqual(inside);
    expect(await database.dataSource.query(settings)).toEqual([before]);
  });
});
