import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/settings.mjs';
import { readLabelled } from './support/labelled.mjs';

/** Corrections that something is learned from, taken from the front of the tuning half. */
const CORRECTIONS = [50, 100, 200, 400];

/**
 * Is the kind of a shop known by its name, and rightly? Precision: of the answers other than `unknown`, those that are the
 * label; an answer to a name that is labelled `unknown` is wrong. Coverage: answers of all names, those included
 * that nobody can tell; beside it, of the names that have a label other than `unknown`.
 *
 * What learning adds is shown without any rule: then corrections by hand are all there is to go by.
 */
export async function categoryQuality() {
  const { Categoriser } = await import(join(ROOT, 'dist/stores/categories/categoriser.js'));
  const { readRuleLines, rulesOf } = await import(join(ROOT, 'dist/stores/categories/rules/rule-csv.js'));
  const seed = readFileSync(join(ROOT, 'seeds/store_categories.csv'), 'utf8');
  const { rules } = rulesOf(readRuleLines(seed).lines);
  const labelled = (await readLabelled('categories.csv')).map(({ store_name: name, category, split }) => ({
    name,
    category,
    split,
  }));
  const tuning = labelled.filter(({ split }) => split === 'tuning');
  const heldout = labelled.filter(({ split }) => split === 'heldout');
  const byRules = new Categoriser(rules);
  const byBoth = new Categoriser(rules, tuning);
  return [
    ...rows('rules, tuning', qualityOf(byRules, tuning)),
    ...rows('rules, heldout', qualityOf(byRules, heldout), { precision: 0.95, coverage: 0.7 }),
    ...rows('rules and 400 corrections, heldout', qualityOf(byBoth, heldout)),
    ...CORRECTIONS.flatMap((count) => {
      const learned = new Categoriser([], tuning.slice(0, count));
      return rows(`${count} corrections and no rule, heldout`, qualityOf(learned, heldout));
    }),
  ];
}

function qualityOf(categoriser, names) {
  const answers = names.map(({ name, category }) => ({
    answer: categoriser.categorise(name).category,
    category,
  }));
  const given = answers.filter(({ answer }) => answer !== 'unknown');
  const right = given.filter(({ answer, category }) => answer === category).length;
  const tellable = answers.filter(({ category }) => category !== 'unknown');
  const reached = tellable.filter(({ answer }) => answer !== 'unknown').length;
  return {
    precision: given.length === 0 ? 0 : right / given.length,
    coverage: given.length / names.length,
    reach: reached / tellable.length,
  };
}

function rows(name, { precision, coverage, reach }, marks) {
  return [
    { name: `precision of categories, ${name}`, unit: '', ours: precision, atLeast: marks?.precision },
    { name: `coverage of categories, ${name}`, unit: '', ours: coverage, atLeast: marks?.coverage },
    { name: `coverage of names that tell one, ${name}`, unit: '', ours: reach },
  ];
}
