import { DataSource } from 'typeorm';
import { insider } from '../../../src/access/caller.js';
import type { Definition } from '../../../src/groups/group.js';
import { dataSourceOptions } from '../../../src/database/data-source-options.js';
import { GroupChangesService } from '../../../src/groups/group-changes.service.js';
import { GroupWritesRepository } from '../../../src/groups/group-writes.repository.js';
import type { GroupsService } from '../../../src/groups/groups.service.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { groupsOn, JOB_ENTITIES, jobListOn } from '../../support/groups.js';

const STORES = 100_000;
const POOL = { migrateOnStart: false, poolSize: 4, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000 };

let database: TestDatabase;
let dataSource: DataSource;
let groups: GroupsService;
let changes: GroupChangesService;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = dataSourceOptions({ url: database.url, ...POOL });
  dataSource = await new DataSource({ ...options, entities: JOB_ENTITIES }).initialize();
  groups = groupsOn(dataSource);
  changes = new GroupChangesService(new GroupWritesRepository(dataSource));
  await dataSource.query(
    `INSERT INTO stores (id, name, area_code, category, tags)
     SELECT 'S' || n, CASE WHEN n % 1000 = 0 THEN 'AMBIKA STORE ' ELSE 'SHOP ' END || n, 'A' || n % 2000,
       CASE WHEN n % 500 = 0 THEN 'medical' ELSE 'general' END, CASE WHEN n % 700 = 0 THEN ARRAY['vip'] ELSE '{}' END
     FROM generate_series(1, $1::int) AS n`,
    [STORES],
  );
  await dataSource.query('VACUUM ANALYZE stores');
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** How Postgres finds the stores of a group, and how many pages it looks at for it. */
async function explain(definition: Definition): Promise<{ plan: string; buffers: number }> {
  const id = await changes.create(
    { name: `Group ${Math.random()}`, description: '', definition },
    insider('cli'),
  );
  const condition = await groups.conditionOf(id);
  const values: unknown[] = [];
  const where = condition.ofStore('s', (value) => `$${values.push(value)}`);
  const rows = await dataSource.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }[]>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT s.id FROM stores s WHERE ${where}`,
    values,
  );
  const [{ Plan: plan }] = rows[0]?.['QUERY PLAN'] as [{ Plan: Record<string, number> }];
  const buffers = Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']);
  return { plan: JSON.stringify(plan), buffers };
}

describe('A group among many stores', () => {
  it.each<[string, Definition, RegExp]>([
    ['an area', { rule: { area: ['A7'] } }, /stores_area_code_idx/],
    ['a category', { rule: { category: ['medical'] } }, /stores_category_idx/],
    ['a part of the name', { rule: { name: 'ambika' } }, /stores_search_idx/],
    ['a tag', { rule: { tags: ['vip'] } }, /stores_tags_idx/],
    ['one of several things', { rule: { any: [{ area: ['A7'] }, { tags: ['vip'] }] } }, /BitmapOr/],
    ['a list', { storeIds: ['S1', 'S500'] }, /store_group_members_pkey/],
  ])('is found by an index: %s', async (_, definition, index) => {
    const { plan, buffers } = await explain(definition);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/"Node Type":"Seq Scan"[^}]*"Relation Name":"stores"/);
    expect(buffers).toBeLessThan(1_000);
  });

  it('is looked up by ids when it is small, and store by store when it is large', async () => {
    const of = async (definition: Definition) => {
      const fields = { name: `Group ${Math.random()}`, description: '', definition };
      return groups.conditionOf(await changes.create(fields, insider('cli')));
    };
    expect((await of({ rule: { tags: ['vip'] } })).few).toHaveLength(142);
    expect((await of({ rule: { category: ['general'] } })).few).toBeUndefined();
  });

  it('finds the jobs that visited it, among the newest and long before them, page by page', async () => {
    await dataSource.query(
      `INSERT INTO jobs (visit_count, total) SELECT 1, 1 FROM generate_series(1, 1500);
       INSERT INTO visits (job_id, visit_no, store_id, visit_time, first_idx, image_count)
       SELECT id, 0, CASE WHEN id IN (7, 8, 1400) THEN 'S500' ELSE 'S501' END, now(), 0, 1 FROM jobs`,
    );
    const jobs = jobListOn(dataSource);
    const areas = Array.from({ length: 500 }, (_, n) => `A${n * 4}`);
    for (const rule of [{ area: areas }, { category: ['medical'] }]) {
      const fields = { name: `Visited ${Math.random()}`, description: '', definition: { rule } };
      const filter = { created: {}, group: await changes.create(fields, insider('cli')) };
      const [first, second] = [
        await jobs.findPage(filter, undefined, 2),
        await jobs.findPage(filter, '8', 2),
      ];
      expect(first.items.map(({ id }) => id)).toEqual(['1400', '8']);
      expect(first.nextCursor).not.toBeNull();
      expect(second.items.map(({ id }) => id)).toEqual(['7']);
      expect(await jobs.findPage({ ...filter, status: 'completed' }, undefined, 2)).toMatchObject({
        items: [],
      });
      expect((await jobs.findFitting(filter, ['6', '7', '1400'])).sort()).toEqual(['1400', '7']);
    }
  });

  it('takes a list as long as lists may be', async () => {
    const ids = Array.from({ length: STORES }, (_, n) => `S${n + 1}`);
    const id = await changes.create(
      { name: 'All', description: '', definition: { storeIds: ids } },
      insider('cli'),
    );
    expect(await groups.sizeOf(await groups.find(id))).toMatchObject({ stores: STORES });
    await expect(changes.setMembers(id, 'add', ['X'], insider('cli'))).rejects.toMatchObject({
      code: 'GROUP_TOO_LARGE',
    });
  });
});
