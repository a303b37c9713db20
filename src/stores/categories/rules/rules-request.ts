import { InvalidInputError } from '../../../common/domain-error.js';
import { quote } from '../../../common/quote.js';
import { RulesRefusedError } from '../categories.errors.js';
import { newRulesFrom, ruleCsv, rulesOf, type RuleLine } from './rule-csv.js';
import type { NewRules } from './rule-version.js';

const MAX_COMMENT = 200;
/** Of a rule file: several times what 5,000 rules take. */
const MAX_CSV = 1_000_000;
const FIELDS = ['rules', 'csv', 'comment', 'based_on'];

/** Rules that somebody wants to try or to put in force. */
export interface RulesRequest {
  readonly rules: NewRules;
  readonly basedOn: string | undefined;
}

/**
 * @throws InvalidInputError naming the field that does not fit
 * @throws RulesRefusedError naming the lines that cannot be rules
 */
export function readRulesRequest(body: unknown): RulesRequest {
  const fields = fieldsOf(body);
  const { rules, csv, based_on: basedOn } = fields;
  if ((rules === undefined) === (csv === undefined)) {
    throw new InvalidInputError('The body must have either "rules" or "csv".');
  }
  if (basedOn !== undefined && !(typeof basedOn === 'string' && /^\d{1,18}$/.test(basedOn))) {
    throw new InvalidInputError(`"based_on" must be the id of a version, not ${quote(basedOn)}.`);
  }
  const comment = textOf(fields['comment'] ?? '', 'comment', MAX_COMMENT);
  const content = csv === undefined ? contentOf(rules) : textOf(csv, 'csv', MAX_CSV);
  const read = newRulesFrom(content, comment);
  if ('problems' in read) throw new RulesRefusedError(read.problems);
  return { rules: read, basedOn };
}

/** Lines are counted from 1, as the list is. */
function contentOf(list: unknown): string {
  if (!Array.isArray(list)) throw new InvalidInputError('"rules" must be a list.');
  const { rules, problems } = rulesOf(list.map((entry: unknown, i) => lineOf(entry, i + 1)));
  if (problems.length > 0) throw new RulesRefusedError(problems);
  return ruleCsv(rules);
}

function lineOf(entry: unknown, line: number): RuleLine {
  if (typeof entry !== 'object' || entry === null) {
    throw new RulesRefusedError([{ line, reason: 'It must be an object.' }]);
  }
  const cell = (name: string) => {
    const value = (entry as Record<string, unknown>)[name] ?? '';
    if (typeof value === 'string' || typeof value === 'number') return storable(String(value)).trim();
    throw new RulesRefusedError([{ line, reason: `"${name}" must be a text, not ${quote(value)}.` }]);
  };
  return {
    line,
    words: cell('words'),
    category: cell('category'),
    strength: cell('strength'),
    confidence: cell('confidence'),
  };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  const fields = (body ?? {}) as Record<string, unknown>;
  if (Array.isArray(fields)) throw new InvalidInputError('The request body must be a JSON object.');
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown === undefined) return fields;
  throw new InvalidInputError(`The request body may have ${FIELDS.join(', ')}, but not ${quote(unknown)}.`);
}

function textOf(value: unknown, name: string, maxLength: number): string {
  if (typeof value === 'string' && value.length <= maxLength && value === storable(value)) return value;
  throw new InvalidInputError(
    `"${name}" must be a text of at most ${maxLength} characters, without NUL characters.`,
  );
}

/** Without what Postgres cannot store. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
