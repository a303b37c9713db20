import type { DataSource } from 'typeorm';
import { insider } from '../../../src/access/caller.js';
import type { Definition } from '../../../src/groups/group.js';
import { HeavyReadsRepository } from '../../../src/database/heavy-reads.repository.js';
import { GroupChangesService } from '../../../src/groups/group-changes.service.js';
import { GroupWritesRepository } from '../../../src/groups/group-writes.repository.js';
import { GroupsRepository } from '../../../src/groups/groups.repository.js';
import { GroupsService } from '../../../src/groups/groups.service.js';
import { StoresRepository } from '../../../src/stores/stores.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { connectStores, csvOf, importCsv } from '../../support/store-master.js';

const ME = insider('cli');

let database: TestDatabase;
let dataSource: DataSource;
let groups: GroupsService;
let changes: GroupChangesService;
let stores: StoresRepository;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await connectStores(database.url);
  groups = new GroupsService(new GroupsRepository(dataSource, new HeavyReadsRepository(dataSource)));
  changes = new GroupChangesService(new GroupWritesRepository(dataSource));
  stores = new StoresRepository(dataSource);
  await importCsv(
    database.url,
    csvOf('A,MAA KIRANA,S1', 'A,HOTEL RAJ,S2', 'B,CAFE 100%,S3', 'B,PAN CORNER,S4'),
  );
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const make = (definition: Definition, name = `Group ${++made}`) =>
  changes.create({ name, description: '', definition }, ME);

const idsOf = async (group: string, filter: object = {}) =>
  (await stores.findPage({ ...filter, group: await groups.conditionOf(group) }, '', 50)).items.map(
    ({ id }) => id,
  );

describe('The stores of a group', () => {
  it('are those that fit its rule, as the stores are now', async () => {
    const inA = await make({ rule: { all: [{ area: ['A'] }, { active: true }] } });
    const hotels = await make({ rule: { category: ['hotel-restaurant'] } });
    expect(await idsOf(inA)).toEqual(['S1', 'S2']);
    expect(await idsOf(hotels)).toEqual([]);
    // The list is loaded again with a store moved, and another one gone; somebody corrects a category.
    await importCsv(database.url, csvOf('A,MAA KIRANA,S1', 'B,HOTEL RAJ,S2', 'A,CAFE 100%,S3'), {
      deactivateMissing: true,
    });
    await dataSource.query(`UPDATE stores SET category = 'hotel-restaurant' WHERE id IN ('S2', 'S3')`);
    expect(await idsOf(inA)).toEqual(['S1', 'S3']);
    expect(await idsOf(hotels)).toEqual(['S2', 'S3']);
    expect(await groups.sizeOf(await groups.find(inA))).toEqual({
      stores: 2,
      activeStores: 2,
      isComplete: true,
    });
  });

  it('follow the groups it uses, by whatever they are made of', async () => {
    const list = await make({ storeIds: ['S1', 'S4'] });
    const both = await make({ rule: { any: [{ group: list }, { name: '0%' }] } });
    const others = await make({ rule: { not: { group: both } } });
    expect([await idsOf(both), await idsOf(others)]).toEqual([['S1', 'S3', 'S4'], ['S2']]);
    await changes.setMembers(list, 'remove', ['S1'], ME);
    expect([await idsOf(both), await idsOf(others)]).toEqual([
      ['S3', 'S4'],
      ['S1', 'S2'],
    ]);
  });

  it('can be narrowed by what else a list of stores is', async () => {
    const all = await make({ rule: { any: [{ active: true }, { active: false }] } });
    expect(await idsOf(all, { active: false })).toEqual(['S4']);
    expect(await idsOf(all, { text: 'ca' })).toEqual(['S3']);
    expect(await idsOf(all, { text: 'hotel', areaCode: 'B' })).toEqual(['S2']);
  });

  it('are none once it is deleted, for whoever still holds its id', async () => {
    const id = await make({ rule: { active: true } });
    await changes.delete(id, ME);
    await expect(groups.conditionOf(id)).rejects.toMatchObject({ code: 'GROUP_NOT_FOUND', kind: 'invalid' });
  });
});

describe('Changes of groups', () => {
  it('let no two requests close a circle that neither sees', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await make({ rule: { active: true } }), await make({ rule: { active: true } })];
      const tries = await Promise.allSettled([
        changes.change(one, { definition: { rule: { group: other } } }, ME),
        changes.change(other, { definition: { rule: { group: one } } }, ME),
      ]);
      const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toMatchObject({ code: 'GROUP_CIRCLE' });
      expect(refusals[0]?.message).toMatch(
        /^Groups must not contain themselves: "Group \d+" uses "Group \d+" uses/,
      );
    }
  });

  it('keep a group that is being used from being deleted at the same time', async () => {
    const [used, user] = [await make({ storeIds: ['S1'] }), await make({ rule: { active: true } })];
    const [use, removal] = await Promise.allSettled([
      changes.change(user, { definition: { rule: { group: used } } }, ME),
      changes.delete(used, ME),
    ]);
    expect([use.status, removal.status].sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('give a name once, in any case, also to two at the same time', async () => {
    const tries = await Promise.allSettled([
      make({ rule: { active: true } }, 'Same'),
      make({ rule: { active: true } }, 'SAME'),
    ]);
    const refused = tries.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'GROUP_NAME_TAKEN' } });
  });

  it('refuse groups whose conditions multiply, also when that is somewhere below', async () => {
    const wide = await make({ rule: { any: Array.from({ length: 20 }, () => ({ active: true })) } });
    const many = await make({ rule: { any: Array.from({ length: 20 }, () => ({ group: wide })) } });
    const top = { rule: { any: [{ group: many }, { group: many }] } };
    await expect(make(top)).rejects.toMatchObject({ code: 'GROUP_TOO_LARGE' });
    await expect(
      changes.change(
        wide,
        { definition: { rule: { any: Array.from({ length: 30 }, () => ({ active: true })) } } },
        ME,
      ),
    ).rejects.toThrow(/^The group "Group \d+" would have 600 conditions/);
  });

  it('leave versions to go back to, and write nothing where nothing changes', async () => {
    const id = await make({ storeIds: ['S1'] });
    await changes.setMembers(id, 'add', ['S2', 'S1'], ME);
    await changes.setMembers(id, 'add', ['S2'], ME);
    await changes.change(id, { definition: { storeIds: ['S2', 'S1'] } }, ME);
    await changes.change(id, { definition: { rule: { area: ['B'] } }, name: 'By rule' }, ME);
    const { items } = await groups.listVersions(id, undefined, 10);
    expect(items.map(({ version, listed, rule }) => [version, listed, rule])).toEqual([
      [3, null, { area: ['B'] }],
      [2, 2, null],
      [1, 1, null],
    ]);
    await changes.restore(id, { version: 2 }, ME);
    expect(await idsOf(id)).toEqual(['S1', 'S2']);
    expect(await groups.find(id)).toMatchObject({ version: 4, rule: null });
    await changes.delete(id, ME);
    await changes.restore(id, {}, ME);
    expect(await groups.find(id)).toMatchObject({ version: 4, deletedAt: null });
  });

  it('are told by whoever has seen an older version', async () => {
    const id = await make({ rule: { active: true } });
    await changes.change(id, { description: 'new', seenVersion: 1 }, ME);
    await expect(changes.change(id, { description: 'newer', seenVersion: 1 }, ME)).rejects.toMatchObject({
      code: 'GROUP_CHANGED',
    });
  });

  it('bring nothing back that would close a circle, or use what is gone', async () => {
    const one = await make({ rule: { active: true } });
    const other = await make({ rule: { group: one } });
    await changes.change(other, { definition: { rule: { active: true } } }, ME);
    await changes.change(one, { definition: { rule: { group: other } } }, ME);
    await expect(changes.restore(other, { version: 1 }, ME)).rejects.toMatchObject({ code: 'GROUP_CIRCLE' });
    await changes.change(one, { definition: { rule: { active: true } } }, ME);
    await changes.delete(one, ME);
    await expect(changes.restore(other, { version: 1 }, ME)).rejects.toMatchObject({
      code: 'GROUP_NOT_FOUND',
    });
  });

  it('make no more groups than there may be, nor bring more back', async () => {
    const deleted = await make({ storeIds: [] });
    await changes.delete(deleted, ME);
    await dataSource.query(
      `INSERT INTO store_groups (name, description, created_by, updated_by)
       SELECT 'Crowd ' || n, '', 'test', 'test' FROM generate_series(1, 1000) AS n`,
    );
    await expect(changes.restore(deleted, {}, ME)).rejects.toMatchObject({ code: 'TOO_MANY_GROUPS' });
    await expect(make({ storeIds: [] })).rejects.toMatchObject({ code: 'TOO_MANY_GROUPS' });
    await dataSource.query(`DELETE FROM store_groups WHERE name LIKE 'Crowd %'`);
  });

  it('are in the audit log, with the change or not at all', async () => {
    const id = await make({ storeIds: [] });
    await changes.setMembers(id, 'replace', ['S1', 'S2'], ME);
    await expect(make({ rule: { group: '999' } })).rejects.toMatchObject({ code: 'GROUP_NOT_FOUND' });
    const entries = await dataSource.query<{ action: string; detail: object }[]>(
      `SELECT action, detail FROM audit_log WHERE subject = $1 AND action LIKE 'group.%' ORDER BY id`,
      [id],
    );
    expect(entries).toMatchObject([
      { action: 'group.created', detail: { version: 1 } },
      { action: 'group.changed', detail: { version: 2, added: 2, removed: 0 } },
    ]);
  });
});

describe('A name in any spelling', () => {
  const like = (name_like: string) => make({ rule: { all: [{ area: ['L'] }, { name_like }] } });

  it('has all the words, in any order, and whole ones', async () => {
    const names = ['MAA LAXMI BHANDAR', 'BHANDER, LAKSHMI', 'LAXMI STORES', 'RAM STORE', 'RUM STORE'];
    await importCsv(database.url, csvOf(...names.map((name, n) => `L,"${name}",L${n + 1}`)));
    expect(await idsOf(await like('laxmi bhandar'))).toEqual(['L1', 'L2']);
    expect(await idsOf(await like('store lakshmee'))).toEqual(['L3']);
    expect(await idsOf(await like('ram'))).toEqual(['L4']);
    expect(await idsOf(await like('laks'))).toEqual([]);
  });

  it('has one letter of a long word otherwise, and is no other word', async () => {
    const names = ['KAILASH TEA', 'KELA TEA', 'SURESH TEA', 'SURE TEA', 'BHANDARS TEA', 'BHANDER TEA'];
    await importCsv(database.url, csvOf(...names.map((name, n) => `M,${name},M${n + 1}`)));
    const found = async (name_like: string) =>
      idsOf(await make({ rule: { all: [{ area: ['M'] }, { name_like }] } }));
    expect(await found('kailash')).toEqual(['M1']);
    expect(await found('kela')).toEqual(['M2']);
    expect(await found('suresh')).toEqual(['M3']);
    expect(await found('bhandar')).toEqual(['M5', 'M6']);
    expect(await found('bhandars')).toEqual(['M5']);
  });

  it('is asked of the names as they are, also the other way round', async () => {
    const [laxmis, others] = [await like('laxmi'), await make({ rule: { not: { name_like: 'laxmi' } } })];
    await importCsv(database.url, csvOf('L,LUXMI STORE,L5', 'L,RAM STORE,L1'));
    expect(await idsOf(laxmis)).toEqual(['L2', 'L3', 'L5']);
    expect(await idsOf(others, { areaCode: 'L' })).toEqual(['L1', 'L4']);
  });

  it('is told to be unsure while names of an import have still to be read', async () => {
    const [laxmis, rams] = [await like('laxmi'), await make({ rule: { name: 'ram' } })];
    const around = await make({ rule: { not: { group: laxmis } } });
    const areComplete = () =>
      Promise.all(
        [laxmis, around, rams].map(async (id) => (await groups.sizeOf(await groups.find(id))).isComplete),
      );
    expect(await areComplete()).toEqual([true, true, true]);
    await dataSource.query('UPDATE store_imports SET searchable_at = NULL');
    expect(await areComplete()).toEqual([false, false, true]);
    const draft = { rule: { group: around } };
    expect(await groups.preview(draft, 1)).toMatchObject({ isComplete: false });
  });
});
