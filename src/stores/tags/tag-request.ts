import { InvalidInputError } from '../../common/domain-error.js';
import { readTags } from './tag.js';
import type { TagWish } from './tags.repository.js';

/** Which stores a change is about; all that is named must fit. */
export interface TaggedStores {
  readonly storeIds?: unknown;
  readonly group?: string;
  readonly areaCode?: string;
}

export interface TagChangeBody {
  readonly which: TaggedStores;
  readonly wish: TagWish;
  readonly dryRun: boolean;
}

const FIELDS = ['store_ids', 'group', 'area_code', 'add', 'remove', 'dry_run'];

/** @throws InvalidInputError naming the field */
export function readTagChange(body: unknown): TagChangeBody {
  const fields = objectFrom(body);
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) throw new InvalidInputError(`The body may have ${FIELDS.join(', ')} only.`);
  const { store_ids: storeIds, add = [], remove = [], dry_run: dryRun = false } = fields;
  const which = { storeIds, group: textOf(fields, 'group'), areaCode: textOf(fields, 'area_code') };
  if ((which.storeIds ?? which.group ?? which.areaCode) === undefined) {
    throw new InvalidInputError('Name the stores by "store_ids", "group" or "area_code".');
  }
  if (typeof dryRun !== 'boolean') throw new InvalidInputError('"dry_run" must be true or false.');
  const wish = { add: readTags(add, 'add'), remove: readTags(remove, 'remove') };
  if (wish.add.length + wish.remove.length === 0) {
    throw new InvalidInputError('"add" or "remove" must name at least one tag.');
  }
  const both = wish.add.find((tag) => wish.remove.includes(tag));
  if (both !== undefined) throw new InvalidInputError(`"${both}" is to be added and removed.`);
  return { which, wish, dryRun };
}

/** @throws InvalidInputError */
export function readStoreTags(body: unknown): string[] {
  return readTags(objectFrom(body)['tags'], 'tags');
}

function objectFrom(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new InvalidInputError('The request body must be a JSON object.');
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const fits = typeof value === 'string' && value !== '' && !value.includes('\0') && value.isWellFormed();
  if (!fits) throw new InvalidInputError(`"${name}" must be a string that is not empty, and valid Unicode.`);
  return value;
}
