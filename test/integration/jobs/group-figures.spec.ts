import { insider } from '../../../src/access/caller.js';
import { AreaFiguresRepository } from '../../../src/jobs/figures/area-figures.repository.js';
import { GroupFiguresRepository } from '../../../src/jobs/figures/group-figures.repository.js';
import { GroupFiguresService } from '../../../src/jobs/figures/group-figures.service.js';
import { HeavyReadsRepository, type HeavyRead } from '../../../src/database/heavy-reads.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { groupsOn, makeGroup } from '../../support/groups.js';
import { csvOf, importCsv } from '../../support/store-master.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

const TIME = '2026-03-01T09:30:00.000Z';
const TODAY = { from: new Date(Date.now() - 3_600_000), before: new Date(Date.now() + 3_600_000) };

const worker = newWorker();
let database: TestDatabase;
let work: Work;
let service: GroupFiguresService;

/** A job with a visit of so many images at each store, of which the first are settled: `m` was measured, `f` failed. */
async function run(images: Record<string, number>, results: string): Promise<string> {
  const visits = Object.entries(images).map(([storeId, count]) => ({
    storeId,
    visitTime: TIME,
    imageUrls: Array.from({ length: count }, (_, n) => `http://host/${n}.jpg`),
  }));
  const jobId = await work.submissions.create({ visits, priority: 0, labels: {} }, insider('cli'));
  const range = await work.claim((await work.handOut(jobId, results.length))[0], worker);
  const those = (result: string) => range.images.filter((_, n) => results[n] === result);
  await work.results.settle(worker.id, [...measured(range, those('m')), ...failed(range, those('f'))]);
  return jobId;
}

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
  const reads = new HeavyReadsRepository(database.dataSource);
  service = new GroupFiguresService(new GroupFiguresRepository(reads), groupsOn(database.dataSource));
  await importCsv(database.url, csvOf('A,ONE,S1', 'A,TWO,S2', 'B,THREE,S3', 'C,FOUR,S4'));
  await run({ S1: 2, S3: 2 }, 'mfmm');
  await run({ S1: 1, S2: 2 }, 'mf'); // the last image of S2 is pending
  await work.cancel(await run({ S3: 2 }, 'f'));
});
afterAll(() => database?.drop());

/** As if these statements took too long. */
function serviceWithout(isSlow: (read: HeavyRead) => boolean): GroupFiguresService {
  const reads = new HeavyReadsRepository(database.dataSource);
  const rows = (read: HeavyRead) => (isSlow(read) ? Promise.reject(read.tooLarge()) : reads.rows(read));
  const repository = new GroupFiguresRepository({ rows } as HeavyReadsRepository);
  return new GroupFiguresService(repository, groupsOn(database.dataSource));
}

const make = (rule: object) => makeGroup(database.dataSource, { rule: rule as never });

describe('Figures of a group', () => {
  it('count the visits to its stores, whatever else their jobs visited', async () => {
    const { figures } = await service.sumUp(await make({ area: ['A'] }), TODAY);
    expect(figures).toMatchObject({ stores: 2, activeStores: 2, storesVisited: 2, medianMs: 10, p95Ms: 10 });
    expect(figures.days).toMatchObject([
      {
        visits: 3,
        images: 5,
        measured: 2,
        failed: 2,
        cancelled: 0,
        pending: 1,
        codes: { HTTP_404: 2 },
      },
    ]);
  });

  it('of all stores are those of all areas together', async () => {
    const { figures } = await service.sumUp(
      await make({ any: [{ active: true }, { active: false }] }),
      TODAY,
    );
    const areas = await new AreaFiguresRepository(new HeavyReadsRepository(database.dataSource)).findWorst(
      TODAY,
    );
    const sum = (name: 'images' | 'measured' | 'failed' | 'cancelled' | 'pending') =>
      areas.areas.reduce((total, area) => total + area[name], 0);
    for (const name of ['images', 'measured', 'failed', 'cancelled', 'pending'] as const) {
      expect([name, figures.days[0]?.[name]]).toEqual([name, sum(name)]);
    }
  });

  it('of stores that nobody visited are empty', async () => {
    const { figures } = await service.sumUp(await make({ area: ['C'] }), TODAY);
    expect(figures).toEqual({
      stores: 1,
      activeStores: 1,
      storesVisited: 0,
      lastVisitAt: null,
      medianMs: null,
      p95Ms: null,
      days: [],
    });
  });

  it('stand side by side with the stores that groups have in common', async () => {
    const [a, b, one] = [
      await make({ area: ['A'] }),
      await make({ area: ['B', 'C'] }),
      await makeGroup(database.dataSource, { storeIds: ['S1', 'S3'] }),
    ];
    const { groups, overlaps } = await service.compare([b, a, one], TODAY);
    expect(groups.map(({ id, figures }) => [id, figures.stores])).toEqual([
      [b, 2],
      [a, 2],
      [one, 2],
    ]);
    expect(overlaps).toEqual([
      { ids: [b, a], stores: 0 },
      { ids: [b, one], stores: 1 },
      { ids: [a, one], stores: 1 },
    ]);
  });

  it('come without durations where these take too long, and without a group that does', async () => {
    const [a, b] = [await make({ area: ['A'] }), await make({ area: ['B'] })];
    const { figures } = await serviceWithout(({ text }) => text.includes('percentile_disc')).sumUp(a, TODAY);
    expect(figures).toMatchObject({ stores: 2, storesVisited: 2, medianMs: null, p95Ms: null });
    const ofB = ({ values }: HeavyRead) =>
      values.some((value) => Array.isArray(value) && value.includes('S3'));
    const compared = await serviceWithout((read) => read.text.includes('per_day') && ofB(read)).compare(
      [a, b],
      TODAY,
    );
    expect(compared).toMatchObject({ groups: [{ id: a }], leftOut: [{ id: b }], overlaps: [{ stores: 0 }] });
    await expect(serviceWithout(() => true).compare([a, b], TODAY)).rejects.toMatchObject({
      code: 'FIGURES_TOO_LARGE',
    });
  });

  it('follow a change of the group at once', async () => {
    const { dataSource } = database;
    const inner = await makeGroup(dataSource, { storeIds: ['S1'] });
    const outer = await make({ group: inner });
    expect((await service.sumUp(outer, TODAY)).figures.stores).toBe(1);
    await dataSource.query(`INSERT INTO store_group_members VALUES ($1, 'S2')`, [inner]);
    await dataSource.query(`UPDATE store_groups SET version = version + 1 WHERE id = $1`, [inner]);
    expect((await service.sumUp(outer, TODAY)).figures.stores).toBe(2);
  });
});

describe('Figures of areas', () => {
  it('can be those of a group', async () => {
    const group = await groupsOn(database.dataSource).conditionOf(await make({ name: 'o' }));
    const areas = new AreaFiguresRepository(new HeavyReadsRepository(database.dataSource));
    const all = await areas.findWorst(TODAY, group); // TWO and FOUR
    expect(all.areas).toMatchObject([
      { areaCode: 'A', stores: 2, visits: 3 },
      { areaCode: 'C', stores: 1, visits: 0 },
    ]);
  });
});
