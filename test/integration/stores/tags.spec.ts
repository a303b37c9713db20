import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { insider } from '../../../src/access/caller.js';
import { LOCKS } from '../../../src/database/locks.js';
import type { StoreCondition } from '../../../src/stores/store-condition.js';
import { StoresRepository } from '../../../src/stores/stores.repository.js';
import { StoresService } from '../../../src/stores/stores.service.js';
import { TagsRepository } from '../../../src/stores/tags/tags.repository.js';
import { TagsService } from '../../../src/stores/tags/tags.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { connectStores, csvOf, importCsv } from '../../support/store-master.js';

const ME = insider('cli');
const ALL: StoreCondition = { ofStore: () => 'true' };
const only = (...ids: string[]): StoreCondition => ({
  ofStore: (store, bind) => `${store}.id = ANY (${bind(ids)}::text[])`,
});

let database: TestDatabase;
let dataSource: DataSource;
let tags: TagsService;
let stores: StoresService;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await connectStores(database.url);
  stores = new StoresService(new StoresRepository(dataSource));
  tags = new TagsService(new TagsRepository(dataSource), stores);
  await importCsv(database.url, csvOf('A,ONE,S1', 'A,TWO,S2', 'B,THREE,S3'));
});
beforeEach(() => dataSource.query(`UPDATE stores SET tags = '{}'`));
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const tagsOf = async (id: string) => (await stores.find(id)).store.tags;
const change = (which: StoreCondition, add: string[], remove: string[] = []) =>
  tags.change(which, { add, remove }, ME);

describe('Tags', () => {
  it('come and go in bulk, and count only the stores they change', async () => {
    expect(await change(only('S1'), ['b'])).toMatchObject({ stores: 1 });
    expect(await change(ALL, ['a', 'b'])).toMatchObject({ stores: 3 });
    expect(await change(ALL, ['a', 'b'])).toMatchObject({ id: null, stores: 0 });
    expect(await change(only('S2', 'S3'), [], ['a'])).toMatchObject({ stores: 2 });
    expect([await tagsOf('S1'), await tagsOf('S2')]).toEqual([['a', 'b'], ['b']]);
    expect(await tags.list()).toEqual([
      { tag: 'b', stores: 3 },
      { tag: 'a', stores: 1 },
    ]);
  });

  it('leave no others beside those of a store, also none that came a moment ago', async () => {
    await change(only('S1'), ['old']);
    const replaced = await dataSource.transaction(async (manager) => {
      await manager.query(`UPDATE stores SET tags = '{new,old}' WHERE id = 'S1'`);
      const replacing = tags.replace('S1', ['only'], ME);
      await sleep(200); // it waits for the row by now
      return { replacing };
    });
    await replaced.replacing;
    expect(await tagsOf('S1')).toEqual(['only']);
  });

  it('are refused while an import merges, at once and without harm to it', async () => {
    const holder = dataSource.createQueryRunner();
    try {
      await holder.startTransaction();
      await holder.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.storeImport]);
      await expect(change(ALL, ['a'])).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
    expect(await change(ALL, ['a'])).toMatchObject({ stores: 3 });
  });

  it('survive an import', async () => {
    await tags.replace('S1', ['keep'], ME);
    await importCsv(database.url, csvOf('C,ONE RENAMED,S1', 'A,TWO,S2', 'B,THREE,S3'));
    expect((await stores.find('S1')).store).toMatchObject({ areaCode: 'C', tags: ['keep'] });
  });

  it('are undone where the change did something, and nowhere else', async () => {
    await change(only('S1'), ['old']);
    const { id } = await change(ALL, ['old', 'new']);
    await change(only('S2'), ['later']);
    await tags.undo(id ?? '', ME);
    expect([await tagsOf('S1'), await tagsOf('S2'), await tagsOf('S3')]).toEqual([['old'], ['later'], []]);
    await expect(tags.undo('999', ME)).rejects.toMatchObject({ code: 'TAG_CHANGE_NOT_FOUND' });
    await expect(tags.undo('x', ME)).rejects.toMatchObject({ code: 'TAG_CHANGE_NOT_FOUND' });
  });

  it('are all of them or none when a store would have too many', async () => {
    const many = Array.from({ length: 15 }, (_, n) => `t${n}`);
    await change(only('S1'), many);
    const more = Array.from({ length: 6 }, (_, n) => `u${n}`);
    await expect(change(ALL, more)).rejects.toThrow(/^The store "S1" would have more than 20 tags/);
    expect(await tagsOf('S2')).toEqual([]);
  });

  it('lose nothing when two give different ones at the same time', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((tag) => change(ALL, [tag])));
    expect(await tagsOf('S3')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are recorded with who did it', async () => {
    const { id } = await change(only('S1', 'S3'), ['vip']);
    const [entry] = await dataSource.query<object[]>(
      `SELECT actor, detail FROM audit_log WHERE action = 'stores.tagged' AND subject = $1`,
      [id],
    );
    expect(entry).toEqual({ actor: 'cli', detail: { stores: 2 } });
  });

  it('filter the list of stores', async () => {
    await change(only('S1', 'S3'), ['vip']);
    const idsOf = async (filter: object) => (await stores.list(filter, '', 9)).items.map(({ id }) => id);
    expect(await idsOf({ tag: 'vip' })).toEqual(['S1', 'S3']);
    expect(await idsOf({ tag: 'vip', text: 'three' })).toEqual(['S3']);
  });
});
