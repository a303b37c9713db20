import { ApiProperty } from '@nestjs/swagger';
import type { GroupPreview, GroupStore, MembersChange } from './group.js';

/** A store as far as groups look at it. */
export class GroupStoreDto {
  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "SHREE GANESH KIRANA STORE" */
  readonly store_name!: string;

  /** @example "7100015" */
  readonly area_code!: string;

  readonly active!: boolean;

  /** @example "grocery" */
  readonly category!: string;

  /** @example ["high-value"] */
  readonly tags!: string[];
}

/** One page of the stores of a group, by id. */
export class GroupStorePageDto {
  readonly stores!: GroupStoreDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: 'WyJSUDAwMDUwIl0' })
  readonly next_cursor!: string | null;
}

/** Which stores a draft would hold at this moment. */
export class GroupPreviewDto {
  /** @example 412 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** @example 405 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly active_stores!: number;

  /** False while names of a large import are still being read and the rule has `name_like`: the stores may not be all, or too many. */
  readonly is_complete!: boolean;

  /** The first twenty, by id. */
  readonly first!: GroupStoreDto[];
}

export class GroupMembersRequest {
  @ApiProperty({ type: [String], example: ['RP00001', 'RP00002'] })
  readonly store_ids!: string[];
}

/** A row that names no store. */
export class MemberRejectDto {
  /**
   * Line of the file, the header being line 1; in JSON the place in the list, beginning with 1.
   * @example 17
   */
  readonly line!: number;

  @ApiProperty({ example: 'The store "RP99999" is not in the Store Master.' })
  readonly reason!: string;
}

/** What became of a list. */
export class GroupMembersDto {
  /**
   * Stores that came to the group.
   * @example 12
   */
  readonly added!: number;

  /**
   * Stores that left it.
   * @example 0
   */
  readonly removed!: number;

  /** Of the group since then; without a change, the one it had. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 4 })
  readonly version!: number;

  /**
   * Rows that were read.
   * @example 13
   */
  readonly rows!: number;

  /**
   * Rows that name no store.
   * @example 1
   */
  readonly rejected!: number;

  /** The first hundred of them, by line. */
  readonly rejects!: MemberRejectDto[];
}

/** Why a list was refused; nothing was changed. */
export class MembersRefusedDto {
  /** @example "Nothing was changed: 1 of 13 rows name no store; the first is line 17: store_id is blank." */
  readonly error!: string;

  /** @example "STORE_LIST_REJECTED" */
  readonly code!: string;

  /** @example 13 */
  readonly rows!: number;

  /** @example 1 */
  readonly rejected!: number;

  /** The first hundred of them, by line. */
  readonly rejects!: MemberRejectDto[];
}

interface ReadRows {
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: readonly MemberRejectDto[];
}

export function toGroupStoreDto({ id, name, areaCode, active, category, tags }: GroupStore): GroupStoreDto {
  return { store_id: id, store_name: name, area_code: areaCode, active, category, tags: [...tags] };
}

export function toPreviewDto({ stores, activeStores, isComplete, first }: GroupPreview): GroupPreviewDto {
  return { stores, active_stores: activeStores, is_complete: isComplete, first: first.map(toGroupStoreDto) };
}

export function toMembersDto({ added, removed, version }: MembersChange, list: ReadRows): GroupMembersDto {
  return { added, removed, version, ...rowsOf(list) };
}

export function toRefusedDto(error: string, list: ReadRows): MembersRefusedDto {
  return { error, code: 'STORE_LIST_REJECTED', ...rowsOf(list) };
}

function rowsOf({ rows, rejected, rejects }: ReadRows): {
  rows: number;
  rejected: number;
  rejects: MemberRejectDto[];
} {
  return { rows, rejected, rejects: rejects.map(({ line, reason }) => ({ line, reason })) };
}
