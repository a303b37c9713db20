import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { insider } from '../../../src/access/caller.js';
import { Categoriser } from '../../../src/stores/categories/categoriser.js';
import type { Category } from '../../../src/stores/categories/category.js';
import { OverridesRepository } from '../../../src/stores/categories/overrides/overrides.repository.js';
import { changesOf, type Pass } from '../../../src/stores/categories/recategorising/pass.js';
import { PassesRepository } from '../../../src/stores/categories/recategorising/passes.repository.js';
import { Recategoriser } from '../../../src/stores/categories/recategorising/recategoriser.js';
import { newRulesFrom } from '../../../src/stores/categories/rules/rule-csv.js';
import { RuleVersionsRepository } from '../../../src/stores/categories/rules/rule-versions.repository.js';
import { ImportSession } from '../../../src/stores/import/import-session.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { csvOf, importCsv } from '../../support/store-master.js';

const HEADER = 'words,category,strength,confidence\n';
const PAN_AND_STORE = `${HEADER}PAN,pan-shop,trade,\nSTORE,general,general,\n`;
const BY = insider('cli');

let database: TestDatabase;
let versions: RuleVersionsRepository;
let passes: PassesRepository;
let overrides: OverridesRepository;

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await createTestDatabase();
  versions = new RuleVersionsRepository(database.dataSource);
  passes = new PassesRepository(database.dataSource);
  overrides = new OverridesRepository(database.dataSource);
});
beforeEach(async () => {
  await database.dataSource.query(
    'TRUNCATE store_changes, store_imports, stores, category_overrides, category_rule_versions, category_work',
  );
  await database.dataSource.query('INSERT INTO category_work DEFAULT VALUES');
});
afterAll(() => database.drop());

const config = () => ({
  url: database.url,
  migrateOnStart: false,
  poolSize: 1,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 5_000,
});
async function putInForce(csv: string) {
  const rules = newRulesFrom(csv, '');
  if ('problems' in rules) throw new Error(rules.problems[0]?.reason);
  return versions.append(rules, BY, {});
}
async function categories(): Promise<Record<string, string>> {
  const rows = await database.dataSource.query<{ id: string; category: string; source: string }[]>(
    'SELECT id, category, category_source AS source FROM stores ORDER BY id',
  );
  return Object.fromEntries(rows.map(({ id, category, source }) => [id, `${category} ${source}`]));
}
async function begin(): Promise<{ pass: Pass; categoriser: Categoriser }> {
  const current = await passes.load();
  if (!current) throw new Error('There are no rules.');
  return { pass: await passes.begin(current), categoriser: current.categoriser };
}
/** What a process does for some stores, with a gap in the middle where others do something. */
async function step(pass: Pass, categoriser: Categoriser, limit: number, meanwhile = async () => {}) {
  const stores = await passes.findStores(pass.afterId, limit);
  await meanwhile();
  return passes.step(pass, stores.at(-1)?.id ?? '', stores.length, changesOf(stores, categoriser));
}
async function runUntilDone(count = 1): Promise<void> {
  const workers = Array.from({ length: count }, () => new Recategoriser(passes, config()));
  workers.forEach((worker) => worker.onApplicationBootstrap());
  try {
    for (let pass = await passes.find(); !pass.finishedAt || pass.isOutdated; pass = await passes.find()) {
      await sleep(50);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.onModuleDestroy()));
  }
}
const set = (id: string, category: Category) => overrides.set(id, category, 'Set by hand.', BY);

describe('An import', () => {
  it('brings the category of new and renamed stores with it', async () => {
    await putInForce(PAN_AND_STORE);
    await importCsv(database.url, csvOf('1,RAJU PAN,S1', '1,RAJU STORE,S2', '1,RAJU,S3'));
    expect(await categories()).toEqual({ S1: 'pan-shop rule', S2: 'general rule', S3: 'unknown none' });
    await importCsv(database.url, csvOf('1,RAJU PAN STORE,S2', '2,RAJU PAN,S1'));
    expect(await categories()).toMatchObject({ S1: 'pan-shop rule', S2: 'pan-shop rule' });
  });

  it('leaves a category set by hand, whatever the new name', async () => {
    await putInForce(PAN_AND_STORE);
    await importCsv(database.url, csvOf('1,RAJU PAN,S1'));
    await set('S1', 'medical');
    await importCsv(database.url, csvOf('1,RAJU STORE,S1'));
    expect(await categories()).toEqual({ S1: 'medical hand' });
  });

  it('has all stores looked at again when the rules have changed since it began', async () => {
    await putInForce(PAN_AND_STORE);
    await runUntilDone();
    const session = await ImportSession.begin(config());
    try {
      await session.readNames();
      await putInForce(`${HEADER}PAN,other,trade,\n`);
      await session.lock();
      const record = await session.record(
        { fileName: 'x', importedBy: 'x', dryRun: false, deactivateMissing: false, allowRejects: false },
        '',
      );
      await runUntilDone();
      await session.commit(record, BY);
    } finally {
      await session.close();
    }
    expect(await passes.find()).toMatchObject({ isOutdated: true });
  });
});

describe('A pass over the stores', () => {
  it('categorises stores from before, and follows the rules and the corrections', async () => {
    await importCsv(database.url, csvOf('1,RAJU PAN,S1', '1,RAJU,S2'));
    expect(await categories()).toEqual({ S1: 'unknown none', S2: 'unknown none' });
    await putInForce(PAN_AND_STORE);
    await runUntilDone();
    expect(await categories()).toEqual({ S1: 'pan-shop rule', S2: 'unknown none' });
    await putInForce(`${HEADER}RAJU,grocery,trade,\n`);
    await runUntilDone();
    expect(await categories()).toEqual({ S1: 'grocery rule', S2: 'grocery rule' });
    expect(await passes.isDue()).toBe(false);
  });

  it('learns from corrections that agree, and forgets them when they are taken back', async () => {
    await putInForce(PAN_AND_STORE);
    const lines = ['A', 'B', 'C', 'D', 'E'].map((name) => `1,${name}${name}${name} BESATIGHAR,S${name}`);
    await importCsv(database.url, csvOf(...lines));
    for (const id of ['SA', 'SB', 'SC', 'SD']) await set(id, 'grocery');
    await database.dataSource.query('UPDATE category_work SET due_at = now()');
    await runUntilDone();
    expect(await categories()).toMatchObject({ SD: 'grocery hand', SE: 'grocery learned' });
    for (const id of ['SA', 'SB', 'SC']) await overrides.takeBack(id, BY);
    await database.dataSource.query('UPDATE category_work SET due_at = now()');
    await runUntilDone();
    expect(await categories()).toMatchObject({ SA: 'unknown none', SD: 'grocery hand', SE: 'unknown none' });
  });

  it('leaves alone what an import or somebody by hand has changed since it looked', async () => {
    await importCsv(database.url, csvOf('1,RAJU PAN,S1', '1,RAJU PAN,S2', '1,RAJU PAN,S3'));
    await putInForce(PAN_AND_STORE);
    const { pass, categoriser } = await begin();
    const next = await step(pass, categoriser, 10, async () => {
      await importCsv(database.url, csvOf('1,RAJU STORE,S1'));
      await set('S2', 'salon');
    });
    expect(next).toMatchObject({ checked: 3, changed: 1, afterId: 'S3' });
    expect(await categories()).toEqual({ S1: 'general rule', S2: 'salon hand', S3: 'pan-shop rule' });
  });

  it('does not touch a row while an import merges, so that neither can be the end of the other', async () => {
    await importCsv(database.url, csvOf('1,RAJU PAN,S1'));
    await putInForce(PAN_AND_STORE);
    const { pass, categoriser } = await begin();
    const session = await ImportSession.begin(config());
    await session.lock();
    expect(await step(pass, categoriser, 10)).toBe('busy');
    await session.close();
    expect(await step(pass, categoriser, 10)).toMatchObject({ changed: 1 });
  });

  it('leaves nothing of a step that is no longer its own', async () => {
    await importCsv(database.url, csvOf('1,RAJU PAN,S1'));
    await putInForce(`${HEADER}PAN,other,trade,\n`);
    const before = await begin();
    await putInForce(PAN_AND_STORE);
    await runUntilDone();
    expect(await step(before.pass, before.categoriser, 10)).toBeUndefined();
    expect(await categories()).toEqual({ S1: 'pan-shop rule' });
  });

  it('goes on where a process that died has ended', async () => {
    await importCsv(database.url, csvOf(...Array.from({ length: 20 }, (_, i) => `1,RAJU PAN,S${10 + i}`)));
    await putInForce(PAN_AND_STORE);
    const { pass, categoriser } = await begin();
    await step(pass, categoriser, 12); // and then it is gone
    await runUntilDone();
    expect(await passes.find()).toMatchObject({ served: pass.served, checked: 20, changed: 20 });
    expect(new Set(Object.values(await categories()))).toEqual(new Set(['pan-shop rule']));
  });

  it('begins again when the rules change in the middle', async () => {
    await importCsv(database.url, csvOf(...Array.from({ length: 20 }, (_, i) => `1,RAJU PAN,S${10 + i}`)));
    await putInForce(PAN_AND_STORE);
    const { pass, categoriser } = await begin();
    await putInForce(`${HEADER}PAN,other,trade,\n`);
    expect(await step(pass, categoriser, 12)).toMatchObject({ hasOtherRules: true });
    await runUntilDone();
    expect(await passes.find()).toMatchObject({ checked: 20 });
    expect(new Set(Object.values(await categories()))).toEqual(new Set(['other rule']));
  });

  it('is made once by two processes, and a step of both counts once', async () => {
    await importCsv(
      database.url,
      csvOf(...Array.from({ length: 3_000 }, (_, i) => `1,RAJU PAN,S${10_000 + i}`)),
    );
    await putInForce(PAN_AND_STORE);
    const { pass, categoriser } = await begin();
    const steps = await Promise.all([step(pass, categoriser, 100), step(pass, categoriser, 100)]);
    expect(steps.filter((next) => next !== undefined && next !== 'busy')).toHaveLength(1);
    await runUntilDone(2);
    expect(await passes.find()).toMatchObject({ checked: 3_000, changed: 3_000 });
  });
});

describe('The categoriser of the moment', () => {
  it('is made once, until rules or corrections change', async () => {
    await importCsv(database.url, csvOf('1,RAJU PAN,S1'));
    await putInForce(PAN_AND_STORE);
    const first = await passes.load();
    expect((await passes.load())?.categoriser).toBe(first?.categoriser);
    await set('S1', 'salon');
    const second = await passes.load();
    expect(second?.categoriser).not.toBe(first?.categoriser);
    await overrides.takeBack('S1', BY);
    expect(await categories()).toEqual({ S1: 'pan-shop rule' });
  });
});

describe('Changes of the rules at the same time', () => {
  it('are refused but for the first, when they were made of the same version', async () => {
    const { id: basedOn } = await putInForce(PAN_AND_STORE);
    const rules = newRulesFrom(PAN_AND_STORE, 'mine');
    if ('problems' in rules) throw new Error('no rules');
    const answers = await Promise.allSettled([1, 2, 3].map(() => versions.append(rules, BY, { basedOn })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await versions.findPage(undefined, 10)).items).toHaveLength(2);
  });
});
