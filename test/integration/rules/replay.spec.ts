import fc from 'fast-check';
import { BREACHES, criteriaIn, LIMITS, limitsOf } from '../../../src/rules/judging/breach.sql.js';
import { CRITERIA, CRITERION_NAMES, FORMATS, type ImageFacts } from '../../../src/rules/judging/criteria.js';
import { judge } from '../../../src/rules/judging/judge.js';
import type { Criteria, Rule } from '../../../src/rules/judging/rule-set.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Few values, so that limits are often met exactly. */
const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9_000 }));
const image: fc.Arbitrary<ImageFacts> = fc.record({
  width: side,
  height: side,
  bytes: side,
  format: fc.constantFrom(...FORMATS),
  visitImages: fc.integer({ min: 1, max: 5 }),
  sharpness: fc.option(side),
  brightness: fc.option(fc.integer({ min: 0, max: 255 })),
});
const effect = fc.constantFrom('warn' as const, 'reject' as const);
const ratio = fc.tuple(side, side).map(([a, b]) => a / b);
const megapixels = fc.tuple(side, side).map(([a, b]) => (a * b) / 1e6);

function rule(name: (typeof CRITERION_NAMES)[number]): fc.Arbitrary<Rule | undefined> {
  const { fact } = CRITERIA[name];
  const limit: fc.Arbitrary<Rule['limit']> =
    fact === 'format'
      ? fc.subarray([...FORMATS], { minLength: 1 })
      : fact === 'aspect'
        ? ratio
        : fact === 'megapixels'
          ? megapixels
          : side;
  return fc.option(fc.record({ limit, effect }), { nil: undefined });
}

const criteria = fc.record(
  Object.fromEntries(CRITERION_NAMES.map((name) => [name, rule(name)])),
) as fc.Arbitrary<Criteria>;

const CODES = `
  WITH rule AS (SELECT * FROM ${LIMITS})
  SELECT ${BREACHES} AS broken, rule.rejects
  FROM json_to_recordset($2) AS r (width int, height int, bytes int, format text, "visitImages" int, sharpness int,
    brightness smallint)
  CROSS JOIN LATERAL (SELECT r."visitImages" AS image_count) AS v CROSS JOIN rule`;

it('The worker and the replay find the same, on any images and rules', async () => {
  await fc.assert(
    fc.asyncProperty(criteria, fc.array(image, { minLength: 1, maxLength: 30 }), async (asked, images) => {
      const rules = { default: { priority: 0, criteria: asked }, categories: {} };
      const limits = JSON.stringify(limitsOf(rules, ['grocery']));
      const rows = await database.dataSource.query<{ broken: number; rejects: number }[]>(CODES, [
        limits,
        JSON.stringify(images),
      ]);
      const replayed = rows.map(({ broken, rejects }) =>
        criteriaIn(broken).map((name) => [CRITERIA[name].code, criteriaIn(rejects).includes(name)]),
      );
      const judged = images.map((each) =>
        judge(each, asked).map((breach) => [breach.code, breach.effect === 'reject']),
      );
      expect(replayed).toEqual(judged);
    }),
    { numRuns: 150 },
  );
});
