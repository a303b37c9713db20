import { Injectable } from '@nestjs/common';
import type { GroupCondition } from '../../stores/store-condition.js';
import { HeavyReadsRepository } from '../reading/heavy-reads.repository.js';
import type { ImageCounts } from '../visits/store-visits.repository.js';
import type { FiguresRange } from './figures-range.js';
import { groupFigures, groupOverlaps } from './group-figures.sql.js';

/** What came of the jobs that were submitted on one day in UTC, as 2026-03-01. */
export interface GroupDay extends ImageCounts {
  readonly day: string;
  readonly storesVisited: number;
  readonly visits: number;
  readonly images: number;
  /** Failed images by code. */
  readonly codes: Readonly<Record<string, number>>;
}

/** What happened at the stores that belong to a group now, in a time. */
export interface GroupFigures {
  readonly stores: number;
  readonly activeStores: number;
  readonly storesVisited: number;
  readonly lastVisitAt: Date | null;
  /** Of measured images, from their turn to their result; null without any. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** Days with visits, in their order. */
  readonly days: readonly GroupDay[];
}

@Injectable()
export class GroupFiguresRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /** @throws FiguresTooLargeError */
  async sumUp(group: GroupCondition, { from, before }: FiguresRange): Promise<GroupFigures> {
    const values: unknown[] = [from, before];
    const text = groupFigures(group, (value) => `$${values.push(value)}`);
    // Durations are sorted for the median: in memory rather than on the disk.
    const settings = { work_mem: '64MB' };
    const [figures] = await this.heavyReads.rows<GroupFigures>({ text, values, kind: 'groups', settings });
    return figures as GroupFigures; // an aggregate always has its row
  }

  /** Stores in common by the places of two groups, as in `0-1`. @throws FiguresTooLargeError */
  async findOverlaps(groups: readonly GroupCondition[]): Promise<Readonly<Record<string, number>>> {
    const values: unknown[] = [];
    const text = groupOverlaps(groups, (value) => `$${values.push(value)}`);
    const [overlaps] = await this.heavyReads.rows<Record<string, number>>({ text, values, kind: 'groups' });
    return overlaps ?? {};
  }
}
