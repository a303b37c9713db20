import { ImageListRepository } from '../../../src/jobs/reading/image-list.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { failed, measured, newWorker, Work } from '../../support/work.js';

let database: TestDatabase;
let work: Work;
let images: ImageListRepository;

beforeAll(async () => {
  database = await createTestDatabase();
  work = new Work(database.dataSource);
  images = new ImageListRepository(database.dataSource);
  await database.dataSource.query(
    `INSERT INTO stores (id, name, area_code, category) VALUES ('RP00001', 'HOTEL', '1', 'hotel-restaurant')`,
  );
});
afterAll(() => database.drop());

const NARROW = { code: 'RULE_MIN_WIDTH', message: 'It is narrow.' };
const DARK = { code: 'RULE_MIN_BRIGHTNESS', message: 'It is dark: "1".' };
const SEEN = { width: 3, height: 4, bytes: 100, format: 'jpeg', sharpness: 12, brightness: 34 };

describe('A claim', () => {
  it('tells the rules in force, the category of the store, and how many images its visit has', async () => {
    const worker = newWorker();
    const [message] = await work.handOut(await work.submit(3), 3);
    await database.dataSource.query(
      `INSERT INTO rule_versions (version, rules, actor) SELECT 2, rules, 'cli' FROM rule_versions`,
    );
    const range = await work.claim(message, worker);
    expect(range.rulesVersion).toBe(2);
    expect(range.images).toHaveLength(3);
    expect(range.images[0]).toMatchObject({ category: 'hotel-restaurant', visitImages: 3 });
    await work.results.settle(worker.id, measured(range));
  });
});

describe('Storing what was judged', () => {
  it('keeps what a rejected image is like, warnings, and the version that judged', async () => {
    const worker = newWorker();
    const jobId = await work.submit(3);
    const range = await work.claim((await work.handOut(jobId, 3))[0], worker);
    const [good, bad] = [measured(range), failed(range)];
    await work.results.settle(worker.id, [
      { ...good[0], sharpness: 840, brightness: 118, rulesVersion: 7, warnings: [NARROW, DARK] },
      { ...bad[1], code: 'RULE_MIN_WIDTH', seen: SEEN, rulesVersion: 7, warnings: [DARK] },
      { ...good[2], rulesVersion: 7, warnings: [] },
    ] as never);
    const { items } = await images.findPage(jobId, {}, -1, 10);
    expect(items[0]).toMatchObject({ state: 'measured', sharpness: 840, warnings: [NARROW, DARK] });
    expect(items[1]).toMatchObject({
      state: 'failed',
      ...SEEN,
      perimeter: null,
      rulesVersion: 7,
      warnings: [DARK],
    });
    expect(items[2]).toMatchObject({ state: 'measured', sharpness: null, warnings: null, rulesVersion: 7 });
    expect(await work.job(jobId)).toMatchObject({ processed: 2, failed: 1, settled: true });

    const warned = async (warning: string) =>
      (await images.findPage(jobId, { warning }, -1, 10)).items.map(({ idx }) => idx);
    expect(await warned('any')).toEqual([0]); // the other one did not pass
    expect(await warned('RULE_MIN_WIDTH')).toEqual([0]);
    expect(await warned('RULE_MIN_BRIGHTNESS')).toEqual([0]);
    expect(await warned(`'"RULE`)).toEqual([]);
  });
});
