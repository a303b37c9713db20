import { criteriaIn } from '../../rules/judging/breach.sql.js';
import { CRITERIA, CRITERION_NAMES, type CriterionName } from '../../rules/judging/criteria.js';
import type { Effect } from '../../rules/judging/rule-set.js';
import type { BreachCount } from './replay.repository.js';

/** What a rule set would have done. */
export interface ReplayCounts {
  readonly images: number;
  readonly rejected: number;
  /** Not rejected, but with a warning or several. */
  readonly warned: number;
  /** Of which something is not known that the rules ask for; one that breaks another rule is among those above as well. */
  readonly notJudged: number;
  /** By the rules that held when they were measured. */
  readonly rejectedThen: number;
  /** An image that breaks several is counted with each of them. */
  readonly byCriterion: readonly { criterion: CriterionName; code: string; effect: Effect; images: number }[];
  /** Those with images, most of them rejected first. */
  readonly byCategory: readonly CategoryCount[];
}

export interface CategoryCount {
  readonly category: string;
  readonly images: number;
  readonly rejected: number;
  readonly warned: number;
  readonly notJudged: number;
}

/** Sums up what the database counted. */
export function sumUp(counts: readonly BreachCount[]): ReplayCounts {
  const total = (rows: readonly BreachCount[]) => ({
    images: sum(rows),
    rejected: sum(rows.filter(({ broken, rejects }) => (broken & rejects) !== 0)),
    warned: sum(rows.filter(({ broken, rejects }) => broken !== 0 && (broken & rejects) === 0)),
    notJudged: rows.reduce((images, row) => images + row.notJudged, 0),
  });
  const categories = [...new Set(counts.map(({ category }) => category))];
  const byCategory = categories.map((category) => ({
    category,
    ...total(counts.filter((row) => row.category === category)),
  }));
  const byCriterion = CRITERION_NAMES.flatMap((criterion) =>
    (['reject', 'warn'] as const).map((effect) => {
      const isOf = ({ broken, rejects }: BreachCount) =>
        criteriaIn(broken & (effect === 'reject' ? rejects : ~rejects)).includes(criterion);
      return { criterion, code: CRITERIA[criterion].code, effect, images: sum(counts.filter(isOf)) };
    }),
  );
  return {
    ...total(counts),
    rejectedThen: counts.reduce((images, row) => images + row.rejectedThen, 0),
    byCriterion: byCriterion.filter(({ images }) => images > 0),
    byCategory: byCategory.sort(
      (a, b) => b.rejected - a.rejected || b.warned - a.warned || b.images - a.images,
    ),
  };
}

function sum(rows: readonly BreachCount[]): number {
  return rows.reduce((images, row) => images + row.images, 0);
}
