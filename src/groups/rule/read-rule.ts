import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import { CATEGORIES } from '../../stores/categories/category.js';
import { soundsOf } from '../../stores/names/spelled.sql.js';
import { readTags } from '../../stores/tags/tag.js';
import { isGroupId } from '../group.js';
import { leavesOf, type Rule } from './rule.js';

/** Deeper than anybody reads. */
export const MAX_DEPTH = 8;
/** Conditions in one rule. */
export const MAX_CONDITIONS = 100;
/** Values in one condition. */
const MAX_VALUES = 500;
const MAX_TEXT = 100;

/** What a node can say, each with how its value is read. */
const READERS: Readonly<Record<string, (value: unknown, place: string, depth: number) => Rule>> = {
  all: (value, place, depth) => ({ all: readNodes(value, place, depth) }),
  any: (value, place, depth) => ({ any: readNodes(value, place, depth) }),
  not: (value, place, depth) => ({ not: readNode(value, place, depth + 1) }),
  category: (value, place) => ({ category: readCategories(value, place) }),
  area: (value, place) => ({ area: readTexts(value, place) }),
  name: (value, place) => ({ name: readText(value, place) }),
  name_like: (value, place) => ({ name_like: readWords(value, place) }),
  tags: (value, place) => ({ tags: readSomeTags(value, place) }),
  active: (value, place) => ({ active: readFlag(value, place) }),
  group: (value, place) => ({ group: readGroupId(value, place) }),
};

/**
 * Reads a rule out of JSON.
 *
 * @throws InvalidInputError `INVALID_RULE` naming the place, as in `rule.all[2].not`
 */
export function readRule(value: unknown): Rule {
  const rule = readNode(value, 'rule', 1);
  const conditions = leavesOf(rule).length;
  if (conditions > MAX_CONDITIONS) {
    throw misfit('rule', `has ${conditions} conditions; at most ${MAX_CONDITIONS} are possible`);
  }
  return rule;
}

function readNode(value: unknown, place: string, depth: number): Rule {
  if (depth > MAX_DEPTH) throw misfit(place, `lies deeper than ${MAX_DEPTH} levels`);
  const fields =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const [field] = fields;
  const read = field && Object.hasOwn(READERS, field[0]) ? READERS[field[0]] : undefined;
  if (!field || !read || fields.length > 1) {
    throw misfit(place, `must have one of ${Object.keys(READERS).join(', ')}`);
  }
  return read(field[1], `${place}.${field[0]}`, depth);
}

function readNodes(value: unknown, place: string, depth: number): Rule[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_CONDITIONS) {
    throw misfit(place, `must be a list of 1 to ${MAX_CONDITIONS} conditions`);
  }
  return value.map((node: unknown, at) => readNode(node, `${place}[${at}]`, depth + 1));
}

function readCategories(value: unknown, place: string): string[] {
  const categories = readTexts(value, place);
  const unknown = categories.find((category) => !CATEGORIES.some((known) => known === category));
  if (unknown === undefined) return categories;
  throw misfit(place, `may have ${CATEGORIES.join(', ')}; not ${quote(unknown)}`);
}

function readSomeTags(value: unknown, place: string): string[] {
  const tags = readTags(value, place);
  if (tags.length === 0) throw misfit(place, 'must not be empty');
  return tags;
}

function readTexts(value: unknown, place: string): string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_VALUES) {
    throw misfit(place, `must be a list of 1 to ${MAX_VALUES} texts`);
  }
  return [...new Set(value.map((text: unknown, at) => readText(text, `${place}[${at}]`)))];
}

function readText(value: unknown, place: string): string {
  const fits = typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT;
  if (fits && !value.includes('\0') && value.isWellFormed()) return value.trim();
  throw misfit(place, `must be a text of 1 to ${MAX_TEXT} characters`);
}

function readWords(value: unknown, place: string): string {
  const text = readText(value, place);
  if (soundsOf(text).length > 0) return text;
  throw misfit(place, 'must have a word, of letters or digits');
}

function readFlag(value: unknown, place: string): boolean {
  if (typeof value === 'boolean') return value;
  throw misfit(place, 'must be true or false');
}

function readGroupId(value: unknown, place: string): string {
  if (typeof value === 'string' && isGroupId(value)) return value;
  throw misfit(place, `must be the id of a group, not ${quote(value)}`);
}

function misfit(place: string, problem: string): InvalidInputError {
  return new InvalidInputError(`"${place}" ${problem}.`, 'INVALID_RULE');
}
