import { InvalidInputError } from '../common/domain-error.js';
import { textFrom, wordFrom, type Query } from '../common/http/query.js';
import {
  MEMBER_MODES,
  type Definition,
  type GroupChanges,
  type GroupFields,
  type GroupRestore,
  type MemberMode,
} from './group.js';
import { readRule } from './rule/read-rule.js';
import type { Rule } from './rule/rule.js';

export const MAX_NAME = 100;
export const MAX_DESCRIPTION = 1_000;

/** The fields of a body; a list of ids is checked against the Store Master by others. */
export interface GroupBody {
  readonly name?: string;
  readonly description?: string;
  readonly rule?: Rule;
  readonly storeIds?: unknown;
  readonly seenVersion?: number;
}

const FIELDS = ['name', 'description', 'rule', 'store_ids', 'seen_version'];

/**
 * Reads what is to be said of a group. A field that is not known is refused: a misspelt one would be lost.
 *
 * @throws InvalidInputError naming the field
 */
export function readGroupBody(body: unknown): GroupBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInputError('The request body must be a JSON object.');
  }
  const unknown = Object.keys(body).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw new InvalidInputError(`The body may have ${FIELDS.join(', ')} only.`);
  const { name, description, rule, store_ids: storeIds, seen_version } = body as Record<string, unknown>;
  if (rule !== undefined && storeIds !== undefined) {
    throw new InvalidInputError('A group has a "rule" or "store_ids", not both.');
  }
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(description !== undefined && { description: readDescription(description) }),
    ...(rule !== undefined && { rule: readRule(rule) }),
    ...(storeIds !== undefined && { storeIds }),
    ...(seen_version !== undefined && { seenVersion: readVersion(seen_version, 'seen_version') }),
  };
}

/** A whole group out of a body. @param storeIds the list, once it is checked */
export function toFields(body: GroupBody, storeIds: readonly string[] | undefined): GroupFields {
  const { name, description = '' } = body;
  if (name === undefined) throw new InvalidInputError('"name" is missing.');
  return { name, description, definition: toDefinition(body, storeIds) };
}

/** @throws InvalidInputError when the body has neither a rule nor a list */
export function toDefinition(body: GroupBody, storeIds: readonly string[] | undefined): Definition {
  const { definition } = toChanges(body, storeIds);
  if (definition) return definition;
  throw new InvalidInputError('A group needs a "rule" or "store_ids".');
}

export function toChanges(body: GroupBody, storeIds: readonly string[] | undefined): GroupChanges {
  const { name, description, rule, seenVersion } = body;
  const definition = rule ? { rule } : storeIds ? { storeIds } : undefined;
  return { name, description, definition, seenVersion };
}

/** What is to be restored; of a deleted group nothing need be said. */
export function readRestore(body: unknown): GroupRestore {
  const { version, seen_version } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(version !== undefined && { version: readVersion(version, 'version') }),
    ...(seen_version !== undefined && { seenVersion: readVersion(seen_version, 'seen_version') }),
  };
}

export function memberModeFrom(query: Query): MemberMode {
  return wordFrom(query, 'mode', MEMBER_MODES) ?? 'add';
}

export function allowsRejects(query: Query): boolean {
  return wordFrom(query, 'allow_rejects', ['true', 'false']) === 'true';
}

export function isDeletedWanted(query: Query): boolean {
  return wordFrom(query, 'deleted', ['true', 'false']) === 'true';
}

export function searchFrom(query: Query): string | undefined {
  const text = textFrom(query, 'q')?.trim();
  if (text !== undefined && text.length > MAX_NAME) {
    throw new InvalidInputError(`"q" must have at most ${MAX_NAME} characters.`);
  }
  return text || undefined;
}

function readName(value: unknown): string {
  const name = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  if (name !== '' && name.length <= MAX_NAME && isStorable(name)) return name;
  throw new InvalidInputError(`"name" must be a text of 1 to ${MAX_NAME} characters.`);
}

function readDescription(value: unknown): string {
  if (typeof value === 'string' && value.length <= MAX_DESCRIPTION && isStorable(value)) return value.trim();
  throw new InvalidInputError(`"description" must be a text of at most ${MAX_DESCRIPTION} characters.`);
}

function readVersion(value: unknown, name: string): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) < 2 ** 31)
    return value as number;
  throw new InvalidInputError(`"${name}" must be the number of a version.`);
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
