import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import type { NewRules } from '../versions/rules.repository.js';
import { readRuleSet } from '../judging/rule-set-reader.js';

export const MAX_COMMENT = 500;

/** Largest version the column can have. */
const MAX_VERSION = 2_147_483_646;

type Body = Readonly<Record<string, unknown>>;

/** @throws InvalidInputError naming the field that does not fit */
export function readNewRules(body: unknown): NewRules {
  const { rules } = objectFrom(body);
  return { ...readChange(body), rules: readRuleSet(rules) };
}

/** What every change tells: the version it was made from, and why. @throws InvalidInputError */
export function readChange(body: unknown): Pick<NewRules, 'basedOn' | 'comment'> {
  const { based_on: basedOn, comment } = objectFrom(body);
  return {
    basedOn: readVersion(basedOn, '"based_on"'),
    comment: comment == null ? '' : readComment(comment),
  };
}

/** A version in a path. @throws InvalidInputError */
export function parseVersion(text: string): number {
  return readVersion(/^\d{1,10}$/.test(text) ? Number(text) : text, 'The version');
}

function readVersion(value: unknown, name: string): number {
  if (Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_VERSION)
    return value as number;
  throw new InvalidInputError(`${name} must be the number of a version of the rules, not ${quote(value)}.`);
}

function readComment(value: unknown): string {
  const fits = typeof value === 'string' && value.length <= MAX_COMMENT;
  if (fits && value.isWellFormed() && !value.includes('\0')) return value.trim();
  throw new InvalidInputError(`"comment" must be a text of at most ${MAX_COMMENT} characters.`);
}

function objectFrom(body: unknown): Body {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  throw new InvalidInputError('The request body must be a JSON object.');
}
