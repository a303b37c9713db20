import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { connectStores, csvOf, importCsv } from '../../support/store-master.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('The tables of the Store Master', () => {
  it('are what the entities say', async () => {
    const stores = await connectStores(database.url);
    const { upQueries } = await stores.driver.createSchemaBuilder().log();
    await stores.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each([
    [`UPDATE stores SET latitude = 91, longitude = 0, coordinates_source = 'x'`, 'stores_latitude_check'],
    [`UPDATE stores SET latitude = 0, longitude = -181, coordinates_source = 'x'`, 'stores_longitude_check'],
    [`UPDATE stores SET latitude = 1`, 'stores_coordinates_whole_check'],
  ])('refuse a half or impossible position: %s', async (statement, constraint) => {
    await importCsv(database.url, csvOf('1,A,RP1'));
    await expect(database.dataSource.query(statement)).rejects.toMatchObject({ driverError: { constraint } });
  });
});

describe('store_area_at', () => {
  it("answers a store's area as it was, also between two moves and before the first", async () => {
    await importCsv(database.url, csvOf('1,A,RP1'));
    await importCsv(database.url, csvOf('2,A,RP1'));
    await importCsv(database.url, csvOf('3,A renamed,RP1'));
    const moves = await database.dataSource.query<{ changed_at: string }[]>(
      `SELECT changed_at::text FROM store_changes WHERE field = 'area_code' ORDER BY changed_at`,
    );
    const areaAt = async (at: string, id = 'RP1') => {
      const [row] = await database.dataSource.query<{ area: string | null }[]>(
        'SELECT store_area_at($1, $2) AS area',
        [id, at],
      );
      return row?.area;
    };
    expect(await areaAt('2020-01-01T00:00:00Z')).toBe('1');
    expect(await areaAt(moves[0]?.changed_at ?? '')).toBe('2');
    expect(await areaAt(moves[1]?.changed_at ?? '')).toBe('3');
    expect(await areaAt('2100-01-01T00:00:00Z')).toBe('3');
    expect(await areaAt('2100-01-01T00:00:00Z', 'nobody')).toBeNull();
  });
});
