import { DataSource } from 'typeorm';
import { insider } from '../../../src/access/caller.js';
import { dataSourceOptions } from '../../../src/database/data-source-options.js';
import { RulesService } from '../../../src/rules/rules.service.js';
import { RuleVersionEntity } from '../../../src/rules/versions/rule-version.entity.js';
import { RulesRepository } from '../../../src/rules/versions/rules.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const NOBODY_FIRST = { default: { priority: 0, criteria: {} }, categories: {} };
const by = insider('cli');

let database: TestDatabase;
let dataSource: DataSource;
let rules: RulesService;

beforeEach(async () => {
  database = await createTestDatabase();
  const limits = { migrateOnStart: false, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000, poolSize: 8 };
  const options = { ...dataSourceOptions({ url: database.url, ...limits }), entities: [RuleVersionEntity] };
  dataSource = await new DataSource(options).initialize();
  rules = new RulesService(new RulesRepository(dataSource));
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('The versions of the rules', () => {
  it('are in a table as the entity says', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('begin with hotels first', async () => {
    const { version, rules: first } = await rules.current();
    expect(version).toBe(1);
    expect(first).toEqual({
      default: { priority: 0, criteria: {} },
      categories: { 'hotel-restaurant': { priority: 10 } },
    });
  });

  it('take one of many who save at the same time, and say so in the audit log', async () => {
    const save = (n: number) =>
      rules.save({ rules: NOBODY_FIRST, comment: `Number ${n}.`, basedOn: 1 }, by).then(
        ({ version }) => version,
        (error: { code: string }) => error.code,
      );
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(save));
    expect(answers.sort()).toEqual([2, ...Array<string>(5).fill('RULES_CHANGED')]);
    const log = await dataSource.query<{ subject: string; detail: { comment: string } }[]>(
      `SELECT subject, detail FROM audit_log WHERE action = 'rules.changed'`,
    );
    expect(log).toEqual([{ subject: '2', detail: { comment: (await rules.current()).comment } }]);
  });

  it('can be made current again, which is a version, too', async () => {
    await rules.save({ rules: NOBODY_FIRST, comment: '', basedOn: 1 }, by);
    const restored = await rules.restore(1, { basedOn: 2, comment: 'Hotels first after all.' }, by);
    expect(restored).toMatchObject({ version: 3, restoredFrom: 1, actor: 'cli' });
    expect(restored.rules).toEqual((await rules.find(1)).rules);
    const { items, nextCursor } = await rules.list(undefined, 2);
    expect(items.map(({ version }) => version)).toEqual([3, 2]);
    expect(nextCursor).not.toBeNull();
  });

  it('do not come from one that never was, or that is not the newest any more', async () => {
    await rules.save({ rules: NOBODY_FIRST, comment: '', basedOn: 1 }, by);
    const stale = rules.restore(1, { basedOn: 1, comment: '' }, by);
    await expect(stale).rejects.toMatchObject({ code: 'RULES_CHANGED' });
    const unknown = rules.restore(9, { basedOn: 2, comment: '' }, by);
    await expect(unknown).rejects.toMatchObject({ code: 'RULE_VERSION_NOT_FOUND' });
    const early = rules.save({ rules: NOBODY_FIRST, comment: '', basedOn: 7 }, by);
    await expect(early).rejects.toMatchObject({ code: 'RULES_CHANGED' });
  });
});
