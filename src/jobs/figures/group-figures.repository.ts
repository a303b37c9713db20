import { Injectable } from '@nestjs/common';
import type { GroupCondition } from '../../stores/store-condition.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { FiguresTooLargeError } from '../jobs.errors.js';
import type { ImageCounts } from '../visits/store-visits.repository.js';
import type { FiguresRange } from './figures-range.js';
import { groupDurations, groupFigures, groupOverlaps } from './group-figures.sql.js';

/** What came of the jobs that were submitted on one day in UTC, as 2026-03-01. */
export interface GroupDay extends ImageCounts {
  readonly day: string;
  readonly storesVisited: number;
  readonly visits: number;
  readonly images: number;
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
}

/** Of measured images, from their turn to their result; null without any, and where it would take too long to tell. */
export interface GroupDurations {
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
}

/** What happened at the stores that belong to a group now, in a time. */
export interface GroupFigures extends GroupDurations {
  readonly stores: number;
  readonly activeStores: number;
  readonly storesVisited: number;
  readonly lastVisitAt: Date | null;
  /** Days with visits, in their order. */
  readonly days: readonly GroupDay[];
}

const tooLarge = () => new FiguresTooLargeError();

@Injectable()
export class GroupFiguresRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /** @throws FiguresTooLargeError */
  async sumUp(group: GroupCondition, { from, before }: FiguresRange): Promise<GroupFigures> {
    const values: unknown[] = [from, before];
    const text = groupFigures(group, (value) => `$${values.push(value)}`);
    const [figures] = await this.heavyReads.rows<Omit<GroupFigures, keyof GroupDurations>>({
      text,
      values,
      kind: 'groups',
      tooLarge,
    });
    // An aggregate always has its row.
    return { ...(figures as GroupFigures), ...(await this.findDurations(group, { from, before })) };
  }

  /** They are read off every result there is, and are not worth the loss of all else. */
  private async findDurations(
    group: GroupCondition,
    { from, before }: FiguresRange,
  ): Promise<GroupDurations> {
    const values: unknown[] = [from, before];
    const text = groupDurations(group, (value) => `$${values.push(value)}`);
    // Sorted for the median: in memory rather than on the disk.
    const settings = { work_mem: '64MB', statement_timeout: '5s' };
    try {
      const [row] = await this.heavyReads.rows<GroupDurations>({
        text,
        values,
        kind: 'groups',
        settings,
        tooLarge,
      });
      return row as GroupDurations;
    } catch (error) {
      if (error instanceof FiguresTooLargeError) return { medianMs: null, p95Ms: null };
      throw error;
    }
  }

  /** Stores in common by the places of two groups, as in `0-1`. @throws FiguresTooLargeError */
  async findOverlaps(groups: readonly GroupCondition[]): Promise<Readonly<Record<string, number>>> {
    const values: unknown[] = [];
    const text = groupOverlaps(groups, (value) => `$${values.push(value)}`);
    const [overlaps] = await this.heavyReads.rows<Record<string, number>>({
      text,
      values,
      kind: 'groups',
      tooLarge,
    });
    return overlaps ?? {};
  }
}
