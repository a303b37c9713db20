import { CATEGORIES, type Category } from '../category.js';
import { quote } from '../../../common/quote.js';
import { wordsOf } from '../naming/name-words.js';
import type { NewRules } from './rule-version.js';
import { MAX_SPAN } from './rule-index.js';
import { namesCategory, STRENGTHS, USUAL_CONFIDENCE, type Rule } from './rule.js';

/** A line that cannot be a rule. */
export interface RuleProblem {
  /** The header is on line 1. */
  readonly line: number;
  readonly reason: string;
}

/** A line before anybody has looked at it; what is missing is empty. */
export interface RuleLine {
  readonly line: number;
  readonly words: string;
  readonly category: string;
  readonly strength: string;
  readonly confidence: string;
}

export const MAX_RULES = 5_000;
const HEADER = 'words,category,strength,confidence';
const MAX_WORDS = 60;
const MAX_PROBLEMS = 100;
/** What a rule may say; that a word tells nothing is what `silent` is for. */
const TELLABLE = CATEGORIES.filter((category) => category !== 'unknown');

/** The lines of a rule file. Blank ones and those that begin with # say nothing. */
export function readRuleLines(csv: string): { lines: RuleLine[]; problems: RuleProblem[] } {
  const [header = '', ...rest] = csv.replace(/^\ufeff/, '').split(/\r?\n/);
  if (header.replace(/[\s"]/g, '').toLowerCase() !== HEADER) {
    return { lines: [], problems: [{ line: 1, reason: `The first line must be "${HEADER}".` }] };
  }
  const lines = rest.flatMap((text, i) => {
    if (!text.trim() || text.trimStart().startsWith('#') || /^[\s,]*$/.test(text)) return [];
    const [words = '', category = '', strength = '', confidence = ''] = text.split(',').map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    return [{ line: i + 2, words, category, strength, confidence }];
  });
  return { lines, problems: [] };
}

/** @returns the rules, or the first hundred problems of the lines */
export function rulesOf(lines: readonly RuleLine[]): { rules: Rule[]; problems: RuleProblem[] } {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const lineOf = new Map<string, number>();
  if (lines.length > MAX_RULES)
    problems.push({ line: MAX_RULES + 2, reason: `There may be ${MAX_RULES} rules.` });
  for (const line of lines.slice(0, MAX_RULES)) {
    const rule = ruleOf(line);
    const reason = typeof rule === 'string' ? rule : problemOfTwin(rule, line.line, lineOf);
    if (reason !== undefined) problems.push({ line: line.line, reason });
    else if (typeof rule !== 'string') rules.push(rule);
    if (problems.length === MAX_PROBLEMS) break;
  }
  return { rules, problems };
}

/** A whole file at once, ready to be put in force. @returns the problems of a file that cannot be */
export function newRulesFrom(
  content: string,
  comment: string,
): NewRules | { readonly problems: readonly RuleProblem[] } {
  const file = readRuleLines(content);
  const { rules, problems } = rulesOf(file.lines);
  const all = [...file.problems, ...problems];
  if (all.length === 0 && rules.length === 0) all.push({ line: 2, reason: 'There is no rule in it.' });
  return all.length > 0 ? { problems: all } : { content, rules: rules.length, comment };
}

/** The rules as a file. */
export function ruleCsv(rules: readonly Rule[]): string {
  const lines = rules.map(({ words, category = '', strength, confidence }) =>
    [words, category, strength, confidence === USUAL_CONFIDENCE[strength] ? '' : confidence].join(','),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function problemOfTwin(rule: Rule, line: number, lineOf: Map<string, number>): string | undefined {
  const key = wordsOf(rule.words).join('');
  const twin = lineOf.get(key);
  if (twin !== undefined) return `${quote(rule.words)} is on line ${twin} already.`;
  lineOf.set(key, line);
  return undefined;
}

/** @returns the rule, or why it is none, as a sentence */
function ruleOf({ words, category, strength: strengthText, confidence }: RuleLine): Rule | string {
  if (words.length > MAX_WORDS) return `"words" has more than ${MAX_WORDS} characters.`;
  const read = wordsOf(words);
  const text = read.join(' ');
  if (!text) return 'There is no word in "words".';
  if (read.length > MAX_SPAN)
    return `"words" has ${read.length} words; more than ${MAX_SPAN} are not looked for.`;
  const strength = STRENGTHS.find((known) => known === strengthText.toLowerCase());
  if (!strength) return `"strength" must be ${STRENGTHS.join(', ')}; not ${quote(strengthText)}.`;
  if (!namesCategory(strength)) {
    if (category || confidence) return `A word that is ${strength} has neither category nor confidence.`;
    return { words: text, strength, confidence: 0 };
  }
  const known = TELLABLE.find((one) => one === category.toLowerCase());
  if (!known) return `"category" must be ${TELLABLE.join(', ')}; not ${quote(category)}.`;
  const sure = confidence === '' ? USUAL_CONFIDENCE[strength] : Number(confidence);
  if (!(sure > 0 && sure <= 1))
    return `"confidence" must be more than 0 and at most 1; not ${quote(confidence)}.`;
  return { words: text, category: known satisfies Category, strength, confidence: sure };
}
