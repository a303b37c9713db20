import { createHash } from 'node:crypto';
import type { ImportResult } from '../../../src/stores/import/import-result.js';
import { ImportRejectedError } from '../../../src/stores/import/import.errors.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, customerStoreMaster, importCsv } from '../../support/store-master.js';

interface StoreRow {
  id: string;
  name: string;
  area_code: string;
  active: boolean;
  latitude: number | null;
  coordinates_source: string | null;
  touched: string;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.dataSource.query('TRUNCATE store_changes, store_imports, stores'));
afterAll(() => database.drop());

const load = (...[csv, options]: [Parameters<typeof importCsv>[1], Parameters<typeof importCsv>[2]?]) =>
  importCsv(database.url, csv, options);
const stores = () =>
  database.dataSource.query<StoreRow[]>(
    'SELECT *, (created_at < updated_at)::text AS touched FROM stores ORDER BY id',
  );
const changes = () =>
  database.dataSource.query<object[]>(
    'SELECT store_id, field, old_value, new_value FROM store_changes ORDER BY store_id, field',
  );
const countsOf = ({ rows, inserted, updated, unchanged, rejected, deactivated }: ImportResult) => ({
  rows,
  inserted,
  updated,
  unchanged,
  rejected,
  deactivated,
});
const NONE = { rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, deactivated: 0 };

describe('An import of the Store Master', () => {
  it("loads a customer's file whole, commas in names intact, and changes nothing the second time", async () => {
    const file = customerStoreMaster();
    expect(countsOf(await load(file))).toEqual({ ...NONE, rows: 4_944, inserted: 4_944 });
    const names = (await stores()).map(({ name }) => name);
    expect(names).toHaveLength(4_944);
    expect(names.filter((name) => name.includes(','))).toHaveLength(345);
    expect(names.filter((name) => name.includes('"'))).toEqual([]);

    expect(countsOf(await load(file))).toEqual({ ...NONE, rows: 4_944, unchanged: 4_944 });
    expect((await stores()).every(({ touched }) => touched === 'false')).toBe(true);
    expect(await changes()).toEqual([]);
  });

  it('updates what differs, logs each field with old and new value, and leaves the rest untouched', async () => {
    await load(csvOf('1,A,RP1', '1,B,RP2'));
    const result = await load(csvOf('2,A2,RP1', '1,B,RP2', '1,C,RP3'));
    expect(countsOf(result)).toEqual({ ...NONE, rows: 3, inserted: 1, updated: 1, unchanged: 1 });
    expect((await stores()).map(({ id, touched }) => [id, touched])).toEqual([
      ['RP1', 'true'],
      ['RP2', 'false'],
      ['RP3', 'false'],
    ]);
    expect(await changes()).toEqual([
      { store_id: 'RP1', field: 'area_code', old_value: '1', new_value: '2' },
      { store_id: 'RP1', field: 'name', old_value: 'A', new_value: 'A2' },
    ]);
  });

  it('loads nothing when one row is bad, and says which', async () => {
    const refused = load(csvOf('1,A,RP1', '1,B,', '1,C,RP1'));
    await expect(refused).rejects.toBeInstanceOf(ImportRejectedError);
    await expect(refused).rejects.toMatchObject({
      rows: 3,
      rejected: 2,
      rejects: [
        { line: 3, reason: 'StoreID is blank.' },
        { line: 4, reason: 'The store "RP1" is on line 2 already.' },
      ],
    });
    expect(await stores()).toEqual([]);
  });

  it('loads the good rows when rejects are allowed; the first of two equal ids counts', async () => {
    const result = await load(csvOf('1,A,RP1', '1,B,', '1,C,RP1', '1,D,RP2'), { allowRejects: true });
    expect(countsOf(result)).toEqual({ ...NONE, rows: 4, inserted: 2, rejected: 2 });
    expect((await stores()).map(({ name }) => name)).toEqual(['A', 'D']);
  });

  it('keeps at most a hundred rejects, the first by line, and counts them all', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? `1,A,RP1` : `1,A,`));
    const result = await load(csvOf(...lines), { allowRejects: true });
    expect(result.rejected).toBe(399);
    expect(result.rejects.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, i) => i + 3));
  });

  it('counts a dry run like a real one, and leaves no trace of it', async () => {
    await load(csvOf('1,A,RP1', '1,B,RP2'));
    const file = csvOf('1,A2,RP1', '1,C,RP3');
    const dry = await load(file, { dryRun: true, deactivateMissing: true });
    expect(dry.id).toBeNull();
    expect((await stores()).map(({ name, active }) => [name, active])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    const real = await load(file, { deactivateMissing: true });
    expect(countsOf(dry)).toEqual(countsOf(real));
    const recorded = await database.dataSource.query<object[]>('SELECT id FROM store_imports');
    expect(recorded).toHaveLength(2);
  });

  it('remembers the file, its checksum, its options, its counts and who asked', async () => {
    const file = csvOf('1,A,RP1', '1,B,');
    const sha256 = createHash('sha256').update(file).digest('hex');
    const { id } = await load(file, {
      allowRejects: true,
      fileName: 'list.csv',
      importedBy: 'somebody',
    });
    const [row] = await database.dataSource.query<object[]>('SELECT * FROM store_imports');
    expect(row).toMatchObject({
      id,
      sha256,
      file_name: 'list.csv',
      imported_by: 'somebody',
      options: { allowRejects: true, deactivateMissing: false },
      rows: 2,
      inserted: 1,
      rejected: 1,
      first_rejects: [{ line: 3, reason: 'StoreID is blank.' }],
    });
  });

  it.each(['<html></html>', '', 'AreaCode,StoreName\n1,A\n', `${csvOf('1,A,RP1')}1,"B,RP2\n`])(
    'leaves everything as it was when the file is %j',
    async (file) => {
      await load(csvOf('1,OLD,RP1'));
      await expect(load(file, { deactivateMissing: true })).rejects.toBeInstanceOf(ImportRejectedError);
      expect(await stores()).toMatchObject([{ name: 'OLD', active: true }]);
    },
  );
});

describe('Deactivating', () => {
  it('takes stores off the list that the file does not name, and logs it', async () => {
    await load(csvOf('1,A,RP1', '1,B,RP2'));
    const result = await load(csvOf('1,A,RP1'), { deactivateMissing: true });
    expect(countsOf(result)).toEqual({ ...NONE, rows: 1, unchanged: 1, deactivated: 1 });
    expect((await stores()).map(({ active }) => active)).toEqual([true, false]);
    expect(await changes()).toEqual([
      { store_id: 'RP2', field: 'active', old_value: 'true', new_value: 'false' },
    ]);
  });

  it('brings a store back that a later file names again', async () => {
    await load(csvOf('1,A,RP1', '1,B,RP2'));
    await load(csvOf('1,A,RP1'), { deactivateMissing: true });
    expect(countsOf(await load(csvOf('1,B,RP2')))).toEqual({ ...NONE, rows: 1, updated: 1 });
    expect((await stores()).map(({ active }) => active)).toEqual([true, true]);
  });

  it('spares a store that only a bad row names', async () => {
    await load(csvOf('1,A,RP1', '1,B,RP2', '1,C,RP3', '1,D,RP4'));
    const file = csvOf('1,A,RP1', ',B,RP2', '1,C,RP3,extra');
    const result = await load(file, { deactivateMissing: true, allowRejects: true });
    expect(countsOf(result)).toEqual({ ...NONE, rows: 3, unchanged: 1, rejected: 2, deactivated: 1 });
    expect((await stores()).filter(({ active }) => !active).map(({ id }) => id)).toEqual(['RP4']);
  });

  it('is refused when no row of the file is good', async () => {
    await load(csvOf('1,A,RP1'));
    const refused = load(csvOf('1,A,'), { deactivateMissing: true, allowRejects: true });
    await expect(refused).rejects.toMatchObject({ code: 'NO_GOOD_ROWS' });
    expect(await stores()).toMatchObject([{ active: true }]);
  });
});

describe('Coordinates', () => {
  const HEADER = 'AreaCode,StoreName,StoreID,lat,lng,coordinate_source';
  const positions = async () =>
    (await stores()).map(({ id, latitude, coordinates_source }) => [id, latitude, coordinates_source]);

  beforeEach(() =>
    load(`${HEADER}\n1,A,RP1,1.5,2,sample\n1,B,RP2,3.5,4,\n1,C,RP3,5.5,6,sample\n1,D,RP4,,,\n`),
  );

  it('are kept with their source, and do not change when the same file comes again', async () => {
    expect(await positions()).toEqual([
      ['RP1', 1.5, 'sample'],
      ['RP2', 3.5, 'import'],
      ['RP3', 5.5, 'sample'],
      ['RP4', null, null],
    ]);
    const again = await load(`${HEADER}\n1,A,RP1,1.5,2,sample\n1,B,RP2,3.5,4,\n`);
    expect(again).toMatchObject({ updated: 0, unchanged: 2 });
  });

  it('survive a file without coordinates, except the sample ones of stores it names', async () => {
    const result = await load(csvOf('1,A,RP1', '1,B,RP2', '1,D,RP4'));
    expect(countsOf(result)).toEqual({ ...NONE, rows: 3, updated: 1, unchanged: 2 });
    expect(await positions()).toEqual([
      ['RP1', null, null],
      ['RP2', 3.5, 'import'],
      ['RP3', 5.5, 'sample'],
      ['RP4', null, null],
    ]);
    expect(await changes()).toMatchObject([
      { store_id: 'RP1', field: 'coordinates_source', old_value: 'sample', new_value: null },
      { store_id: 'RP1', field: 'latitude', old_value: '1.5', new_value: null },
      { store_id: 'RP1', field: 'longitude', old_value: '2', new_value: null },
    ]);
  });

  it('are kept by a row that leaves them blank, and replaced by a row that has some', async () => {
    await load(`${HEADER}\n1,A,RP1,,,\n1,C,RP3,7.25,8,\n`);
    expect(await positions()).toEqual([
      ['RP1', 1.5, 'sample'],
      ['RP2', 3.5, 'import'],
      ['RP3', 7.25, 'import'],
      ['RP4', null, null],
    ]);
  });
});
