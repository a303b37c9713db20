import { insider } from '../../../src/access/caller.js';
import { AreaFiguresRepository } from '../../../src/jobs/figures/area-figures.repository.js';
import { StoreFiguresRepository } from '../../../src/jobs/figures/store-figures.repository.js';
import { HeavyReadsRepository } from '../../../src/database/heavy-reads.repository.js';
import { StoreVisitsRepository } from '../../../src/jobs/visits/store-visits.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv } from '../../support/store-master.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

const TIME = '2026-03-01T09:30:00.000Z';
const TODAY = { from: new Date(Date.now() - 3_600_000), before: new Date(Date.now() + 3_600_000) };
const MARCH = { from: new Date('2026-03-01'), before: new Date('2026-04-01') };

const worker = newWorker();
let database: TestDatabase;
let work: Work;

/** A job with a visit of so many images at each store. */
function submit(images: Record<string, number>): Promise<string> {
  const visits = Object.entries(images).map(([storeId, count]) => ({
    storeId,
    visitTime: TIME,
    imageUrls: Array.from({ length: count }, (_, n) => `http://host/${n}.jpg`),
  }));
  return work.submissions.create({ visits, priority: 0, labels: {} }, insider('cli'));
}

/** Settles the next images of a job: `m` was measured, `f` failed. */
async function settle(jobId: string, results: string): Promise<void> {
  const range = await work.claim((await work.handOut(jobId, results.length))[0], worker);
  const those = (result: string) => range.images.filter((_, n) => results[n] === result);
  await work.results.settle(worker.id, [...measured(range, those('m')), ...failed(range, those('f'))]);
}

async function removeImages(jobId: string): Promise<void> {
  await database.dataSource.query(`UPDATE jobs SET images_removed_at = now() WHERE id = $1`, [jobId]);
  await database.dataSource.query(`DELETE FROM image_results WHERE job_id = $1`, [jobId]);
  await database.dataSource.query(`DELETE FROM images WHERE job_id = $1`, [jobId]);
}

/** One job of each kind: its images are counted in a way of their own. */
async function submitAllKinds(): Promise<void> {
  await settle(await submit({ S1: 3, S2: 2 }), 'mmmmm');
  await settle(await submit({ S1: 2 }), 'fm');
  await settle(await submit({ S1: 4 }), 'mmf');
  const cancelled = await submit({ S2: 3 });
  await settle(cancelled, 'mf');
  await work.cancel(cancelled);
  const againAfterCancel = await submit({ S2: 4 });
  await settle(againAfterCancel, 'mf');
  await work.cancel(againAfterCancel);
  await work.retry(againAfterCancel, { states: ['failed'] });
  const removed = await submit({ S1: 2 });
  await settle(removed, 'fm');
  await removeImages(removed);
  const removedGood = await submit({ S1: 1 });
  await settle(removedGood, 'm');
  await removeImages(removedGood);
  const mended = await submit({ S1: 2 });
  await settle(mended, 'fm');
  await work.retry(mended);
  await settle(mended, 'm');
}

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
  await importCsv(database.url, csvOf('A,ONE,S1', 'B,TWO,S2'));
  // Moved after its visits: they count for the area it was in.
  await importCsv(database.url, csvOf('Z,ONE,S1'));
  await submitAllKinds();
});
afterAll(() => database?.drop());

const S1 = { visits: 6, images: 14, measured: 9, failed: 2, cancelled: 0, pending: 1, removed: 2 };
const S2 = { visits: 3, images: 9, measured: 4, failed: 1, cancelled: 3, pending: 1, removed: 0 };

const areaFigures = () => new AreaFiguresRepository(new HeavyReadsRepository(database.dataSource));

describe('Figures of areas', () => {
  it('count each image once, by what became of it, whatever kind of job it came with', async () => {
    const { areas, more } = await areaFigures().findWorst(TODAY);
    const lastVisitAt = new Date(TIME);
    const none = { visits: 0, images: 0, measured: 0, failed: 0, cancelled: 0, pending: 0, removed: 0 };
    expect(more).toBe(false);
    expect(areas).toEqual([
      {
        areaCode: 'A',
        stores: 0,
        activeStores: 0,
        storesVisited: 1,
        ...S1,
        codes: { HTTP_404: 2 },
        lastVisitAt,
      },
      {
        areaCode: 'B',
        stores: 1,
        activeStores: 1,
        storesVisited: 1,
        ...S2,
        codes: { HTTP_404: 1 },
        lastVisitAt,
      },
      { areaCode: 'Z', stores: 1, activeStores: 1, storesVisited: 0, ...none, codes: {}, lastVisitAt: null },
    ]);
  });

  it('count jobs by when they were submitted', async () => {
    const { areas } = await areaFigures().findWorst(MARCH);
    expect(areas.map(({ areaCode, visits }) => [areaCode, visits])).toEqual([
      ['B', 0],
      ['Z', 0],
    ]);
  });

  it('are of 500 areas, the worst, and say that there are more', async () => {
    const lines = Array.from({ length: 498 }, (_, n) => `Y${n},MORE,M${n}`);
    await importCsv(database.url, csvOf(...lines));
    const { areas, more } = await areaFigures().findWorst(TODAY);
    expect([areas.length, more, areas[0]?.areaCode]).toEqual([500, true, 'A']);
    await database.dataSource.query(`DELETE FROM stores WHERE id = 'M0'`);
    expect(await areaFigures().findWorst(TODAY)).toMatchObject({ more: false });
  });
});

describe('Figures of a store', () => {
  it('say the same as those of an area that has this store alone', async () => {
    const figures = new StoreFiguresRepository(new HeavyReadsRepository(database.dataSource));
    const day = { day: '2026-03-01', visits: 6, measured: 9, failed: 2 };
    expect(await figures.sumUp('S1', MARCH)).toMatchObject({ ...S1, days: [day], codes: { HTTP_404: 2 } });
    expect(await figures.sumUp('S2', MARCH)).toMatchObject({ ...S2, lastVisitAt: new Date(TIME) });
    expect(await figures.sumUp('S2', TODAY)).toMatchObject({
      visits: 0,
      images: 0,
      days: [],
      latestFailures: [],
    });
  });
});

describe('Visits of a store', () => {
  it('are counted one by one, and add up', async () => {
    const { items } = await new StoreVisitsRepository(new HeavyReadsRepository(database.dataSource)).findPage(
      'S2',
      {},
      undefined,
      10,
    );
    expect(
      items.map(({ measured: good, failed: bad, cancelled, pending }) => [good, bad, cancelled, pending]),
    ).toEqual([
      [1, 0, 2, 1],
      [1, 1, 1, 0],
      [2, 0, 0, 0],
    ]);
  });
});
