import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Group, GroupSize, GroupVersion, NamedGroup } from './group.js';
import type { Rule } from './rule/rule.js';

export const RULE_EXAMPLE = {
  all: [
    { category: ['hotel-restaurant'] },
    { any: [{ area: ['7100015'] }, { tags: ['high-value'] }] },
    { name_like: 'laxmi bhandar' },
    { not: { name: 'closed' } },
  ],
};

const RULE_TEXT =
  'A tree in which each node says one thing: `all`, `any` (lists of nodes), `not` (a node), `category`, `area` (lists), `name` (a part ' +
  'of the name, in any case), `name_like` (whole words that are all in the name, in any order and in any spelling that search ' +
  'hears as the same: `laxmi bhandar` finds `LAKSHMI BHANDER & SONS`; in words that sound like five letters or more, so LAXMI but ' +
  'not BHANU, which is `banu`, one vowel or h may be left out, added or exchanged, or else an s be added at the end; names of ' +
  'a large import are read after it, and until its `searchable_at` stores are taken by the names they had before), `tags` (a store needs one of them), `active` (true or false), or `group` (the id of another group).';

const RULE = {
  type: 'object' as const,
  additionalProperties: true,
  description: RULE_TEXT,
  example: RULE_EXAMPLE,
};

export class NamedGroupDto {
  /** @example "3" */
  readonly id!: string;

  /** @example "Hotels" */
  readonly name!: string;
}

/** A named set of stores. */
@ApiExtraModels(NamedGroupDto)
export class GroupDto {
  /** @example "4" */
  readonly id!: string;

  /** @example "Hotels of the old town" */
  readonly name!: string;

  /** @example "Visited by the team of the north." */
  readonly description!: string;

  /** `rule`: whoever fits it belongs to the group; `list`: the stores were named. */
  @ApiProperty({ enum: ['rule', 'list'], example: 'rule' })
  readonly kind!: 'rule' | 'list';

  /** Null for a list. */
  @ApiProperty({ ...RULE, nullable: true })
  readonly rule!: Record<string, unknown> | null;

  /** Groups the rule names. */
  @ApiProperty({ type: [NamedGroupDto] })
  readonly uses!: NamedGroupDto[];

  /**
   * Goes up with each change.
   * @example 3
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly version!: number;

  /**
   * Name of the API key, or `open`.
   * @example "office"
   */
  readonly created_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /** @example "office" */
  readonly updated_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T08:00:00.000Z' })
  readonly updated_at!: string;

  /** A deleted group can be brought back. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly deleted_at!: string | null;
}

/** A group with what has to be counted. */
export class GroupDetailDto extends GroupDto {
  /**
   * Stores in it at this moment, inactive ones too; none of a deleted group.
   * @example 412
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** @example 405 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly active_stores!: number;

  /** False while names of a large import are still being read and a rule has `name_like`: the stores may not be all, or too many. */
  readonly is_complete!: boolean;

  /** Groups whose rules name this one; while there are any, it cannot be deleted. */
  @ApiProperty({ type: [NamedGroupDto] })
  readonly used_by!: NamedGroupDto[];
}

/** One page of groups, by name. */
export class GroupPageDto {
  readonly groups!: GroupDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

/** What a group consists of: `rule` or `store_ids`. */
export class GroupDraftRequest {
  @ApiPropertyOptional(RULE)
  readonly rule?: Record<string, unknown>;

  /** At most some 4,000 by JSON; more come as a CSV file to `/members`. */
  @ApiPropertyOptional({ type: [String], example: ['RP00001', 'RP00002'] })
  readonly store_ids?: string[];
}

export class CreateGroupRequest extends GroupDraftRequest {
  /** No other group has it, in any case. */
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Hotels of the old town' })
  readonly name!: string;

  @ApiPropertyOptional({ maxLength: 1_000, default: '', example: 'Visited by the team of the north.' })
  readonly description?: string;
}

/** What is not mentioned stays as it is. */
export class ChangeGroupRequest extends GroupDraftRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 100, example: 'Hotels of the old town' })
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: 1_000, example: 'Visited by the team of the north.' })
  readonly description?: string;

  /** The version you have seen: when there is a newer one, nothing is changed (`GROUP_CHANGED`). */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 3 })
  readonly seen_version?: number;
}

export class RestoreGroupRequest {
  /** The version to go back to. A deleted group comes back as it was, unless one is named. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 2 })
  readonly version?: number;

  /** The version you have seen, as in a change: what others did since then is not undone with yours. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 3 })
  readonly seen_version?: number;
}

/** A group as it was. */
export class GroupVersionDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 2 })
  readonly version!: number;

  /** @example "Hotels of the old town" */
  readonly name!: string;

  /** @example "" */
  readonly description!: string;

  /** Null for a list. */
  @ApiProperty({ ...RULE, nullable: true })
  readonly rule!: Record<string, unknown> | null;

  /** Stores on the list; null for a rule. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  readonly listed!: number | null;

  /** The version it went back to. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  readonly restored_from!: number | null;

  /** @example "office" */
  readonly changed_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly changed_at!: string;
}

/** One page of versions, newest first; the newest 100 are kept. */
export class GroupVersionPageDto {
  readonly versions!: GroupVersionDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toGroupDto(group: Group): GroupDto {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    kind: group.rule ? 'rule' : 'list',
    rule: toRuleDto(group.rule),
    uses: group.uses.map(toNamedDto),
    version: group.version,
    created_by: group.createdBy,
    created_at: group.createdAt.toISOString(),
    updated_by: group.updatedBy,
    updated_at: group.updatedAt.toISOString(),
    deleted_at: group.deletedAt?.toISOString() ?? null,
  };
}

export function toGroupDetailDto(
  group: Group,
  { stores, activeStores, isComplete }: GroupSize,
  users: readonly NamedGroup[],
): GroupDetailDto {
  const size = { stores, active_stores: activeStores, is_complete: isComplete };
  return { ...toGroupDto(group), ...size, used_by: users.map(toNamedDto) };
}

export function toGroupVersionDto(version: GroupVersion): GroupVersionDto {
  return {
    version: version.version,
    name: version.name,
    description: version.description,
    rule: toRuleDto(version.rule),
    listed: version.listed,
    restored_from: version.restoredFrom,
    changed_by: version.changedBy,
    changed_at: version.changedAt.toISOString(),
  };
}

function toNamedDto({ id, name }: NamedGroup): NamedGroupDto {
  return { id, name };
}

function toRuleDto(rule: Rule | null): Record<string, unknown> | null {
  return rule && { ...rule };
}
