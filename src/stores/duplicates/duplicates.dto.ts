import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '../../common/cursor.js';
import { CATEGORIES, type Category } from '../categories/category.js';
import { VERDICTS, type Decision, type Verdict } from './clusters.js';
import type { ClusterStore, SearchProgress } from './duplicates.repository.js';
import { CLUSTER_STATES, type ClusterState, type ShownCluster } from './duplicates.service.js';

/** What somebody decides about stores of one area. */
export class DecideDuplicatesRequest {
  /** `same`: they are one shop; `different`: every two of them are different shops. */
  @ApiProperty({ enum: VERDICTS, example: 'same' })
  readonly verdict!: Verdict;

  /** 2 to 50 stores of one area. */
  @ApiProperty({ type: [String], example: ['RP00004', 'RP00412'] })
  readonly store_ids!: string[];
}

/** A decision about stores; taken back by its id. */
export class DuplicateDecisionDto {
  /** @example "7" */
  readonly id!: string;

  @ApiProperty({ enum: VERDICTS, example: 'same' })
  readonly verdict!: Verdict;

  @ApiProperty({ type: [String], example: ['RP00004', 'RP00412'] })
  readonly store_ids!: string[];

  /**
   * Who decided.
   * @example "area manager"
   */
  readonly decided_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly decided_at!: string;
}

/** A store of a cluster. */
export class DuplicateStoreDto {
  /** @example "RP00004" */
  readonly store_id!: string;

  /** @example "NEW LAXMI BHANDER" */
  readonly store_name!: string;

  /** Jobs may visit it. */
  readonly active!: boolean;

  @ApiProperty({ enum: CATEGORIES, enumName: 'StoreCategory', example: 'grocery' })
  readonly category!: Category;
}

/** Stores of one area that are likely the same shop, or what was decided about stores. */
export class DuplicateClusterDto {
  /** @example "7100015" */
  readonly area_code!: string;

  /** `open`: nobody has decided yet. */
  @ApiProperty({ enum: CLUSTER_STATES, example: 'open' })
  readonly state!: ClusterState;

  /**
   * How sure it is, 0 to 1, by the surest pair that nobody has decided about; 1 or 0 where it was decided.
   * @example 0.92
   */
  readonly confidence!: number;

  /** Why, for its surest pairs: which words met, and how. None where it was decided. */
  @ApiProperty({ type: [String], example: ['"BHANDAR" is the same; "LAKSHMI" sounds like "LAXMI".'] })
  readonly reasons!: string[];

  readonly stores!: DuplicateStoreDto[];

  /** What was decided; null while it is open. */
  @ApiProperty({ type: DuplicateDecisionDto, nullable: true })
  readonly decision!: DuplicateDecisionDto | null;
}

/** One page of clusters. */
export class DuplicatePageDto {
  readonly clusters!: DuplicateClusterDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;

  /**
   * Areas that were searched so far, of those asked for; after an import it takes a while until all are.
   * @example 12
   */
  readonly areas_searched!: number;

  /**
   * Stores that were looked at in them.
   * @example 4944
   */
  readonly stores_searched!: number;

  /** False when one of them is so large that not all its stores, or not all that have a word in common, were looked at. */
  readonly is_complete!: boolean;

  /** The last time one was; null before the first. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:00.000Z' })
  readonly searched_at!: string | null;
}

export function toPageDto(
  { items, nextCursor }: Page<ShownCluster>,
  { areas, stores, isComplete, searchedAt }: SearchProgress,
): DuplicatePageDto {
  return {
    clusters: items.map(toClusterDto),
    next_cursor: nextCursor,
    areas_searched: areas,
    stores_searched: stores,
    is_complete: isComplete,
    searched_at: searchedAt?.toISOString() ?? null,
  };
}

function toClusterDto(cluster: ShownCluster): DuplicateClusterDto {
  const { areaCode, state, confidence, reasons, stores, decision } = cluster;
  return {
    area_code: areaCode,
    state,
    confidence: Math.round(confidence * 1_000) / 1_000,
    reasons: [...reasons],
    stores: stores.map(toStoreDto),
    decision: decision ? toDecisionDto(decision) : null,
  };
}

export function toDecisionDto({
  id,
  verdict,
  storeIds,
  decidedBy,
  decidedAt,
}: Decision): DuplicateDecisionDto {
  const decided = { decided_by: decidedBy, decided_at: decidedAt.toISOString() };
  return { id, verdict, store_ids: [...storeIds], ...decided };
}

function toStoreDto({ id, name, active, category }: ClusterStore): DuplicateStoreDto {
  return { store_id: id, store_name: name, active, category };
}
