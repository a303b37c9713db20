import { ApiProperty } from '@nestjs/swagger';
import type { FiguresRange } from '../figures/figures-range.js';
import type { GroupDay, GroupFigures } from '../figures/group-figures.repository.js';
import type { Comparison, SummedGroup } from '../figures/group-figures.service.js';
import { successPercent } from '../figures/success-percent.js';
import { SuccessDto } from './area-figures.dto.js';
import { ImageCountsDto, toImageCountsDto } from './store-visits.dto.js';

/** What came of the jobs that were submitted on one day. */
export class GroupDayDto extends ImageCountsDto {
  /**
   * In UTC.
   * @example "2026-03-01"
   */
  readonly day!: string;

  /** @example 4 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly visits!: number;

  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: 100, example: 81.8 })
  readonly success_percent!: number | null;
}

/** What happened at the stores that are in a group now. */
export class GroupFiguresDto extends SuccessDto {
  /** @example "4" */
  readonly group_id!: string;

  /** @example "Hotels of the old town" */
  readonly name!: string;

  /**
   * Stores in it, inactive ones too.
   * @example 412
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;

  /** @example 405 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly active_stores!: number;

  /**
   * Different stores of it that were visited.
   * @example 4
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores_visited!: number;

  /** Milliseconds that half of the measured images took at the most, waiting for their turn included; null without any, and where telling it takes longer than 5 s. */
  @ApiProperty({ type: Number, nullable: true, example: 640 })
  readonly median_ms!: number | null;

  /** The same for 95 % of them. */
  @ApiProperty({ type: Number, nullable: true, example: 2100 })
  readonly p95_ms!: number | null;

  /** Days on which jobs with visits to it were submitted, in their order. */
  readonly days!: GroupDayDto[];
}

/** What happened at the stores of one group in a time. */
export class GroupSummaryDto extends GroupFiguresDto {
  /** The first minute that counts. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T00:00:00.000Z' })
  readonly from!: string;

  /** The first minute that does not count any more. */
  @ApiProperty({ format: 'date-time', example: '2026-03-31T00:00:00.000Z' })
  readonly before!: string;
}

/** A group without figures. */
export class LeftOutGroupDto {
  /** @example "4" */
  readonly group_id!: string;

  /** @example "Hotels of the old town" */
  readonly name!: string;
}

/** Stores that two groups have in common. */
export class GroupOverlapDto {
  /** Ids of the two. */
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2, example: ['4', '5'] })
  readonly group_ids!: string[];

  /** @example 12 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly stores!: number;
}

/** Groups side by side. */
export class GroupComparisonDto {
  @ApiProperty({ format: 'date-time', example: '2026-03-01T00:00:00.000Z' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-31T00:00:00.000Z' })
  readonly before!: string;

  /** In the order they were asked for. */
  readonly groups!: GroupFiguresDto[];

  /** Groups that were asked for and have too many images in this time. */
  readonly left_out!: LeftOutGroupDto[];

  /** Each two of all, also those without a store in common. */
  readonly overlaps!: GroupOverlapDto[];
}

export function toGroupSummaryDto(summed: SummedGroup, range: FiguresRange): GroupSummaryDto {
  return { ...rangeOf(range), ...toGroupFiguresDto(summed) };
}

export function toComparisonDto(
  { groups, leftOut, overlaps }: Comparison,
  range: FiguresRange,
): GroupComparisonDto {
  return {
    ...rangeOf(range),
    groups: groups.map(toGroupFiguresDto),
    left_out: leftOut.map(({ id, name }) => ({ group_id: id, name })),
    overlaps: overlaps.map(({ ids, stores }) => ({ group_ids: [...ids], stores })),
  };
}

function rangeOf({ from, before }: FiguresRange): { from: string; before: string } {
  return { from: from.toISOString(), before: before.toISOString() };
}

function toGroupFiguresDto({ id, name, figures }: SummedGroup): GroupFiguresDto {
  const { days } = figures;
  const total = (of: (day: GroupDay) => number) => days.reduce((sum, day) => sum + of(day), 0);
  const counts = {
    measured: total(({ measured }) => measured),
    failed: total(({ failed }) => failed),
    cancelled: total(({ cancelled }) => cancelled),
    pending: total(({ pending }) => pending),
    removed: total(({ removed }) => removed),
  };
  return {
    group_id: id,
    name,
    stores: figures.stores,
    active_stores: figures.activeStores,
    stores_visited: figures.storesVisited,
    visits: total(({ visits }) => visits),
    ...toImageCountsDto(
      total(({ images }) => images),
      counts,
    ),
    success_percent: successPercent(counts.measured, counts.failed),
    codes: sumCodes(figures),
    last_visit_at: figures.lastVisitAt?.toISOString() ?? null,
    median_ms: figures.medianMs,
    p95_ms: figures.p95Ms,
    days: days.map(toDayDto),
  };
}

function toDayDto(day: GroupDay): GroupDayDto {
  return {
    day: day.day,
    visits: day.visits,
    ...toImageCountsDto(day.images, day),
    success_percent: successPercent(day.measured, day.failed),
  };
}

function sumCodes({ days }: GroupFigures): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const day of days) {
    for (const [code, images] of Object.entries(day.codes)) codes[code] = (codes[code] ?? 0) + images;
  }
  return codes;
}
