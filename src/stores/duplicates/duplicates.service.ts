import { Injectable } from '@nestjs/common';
import type { Caller } from '../../access/caller.js';
import { encodeCursor, type Page } from '../../common/cursor.js';
import { StoreNotFoundError } from '../stores.errors.js';
import { clustersOf, type Cluster, type Decision, type Verdict } from './clusters.js';
import { DecisionNotFoundError, StoresOfManyAreasError } from './duplicates.errors.js';
import { DuplicatesRepository, type ClusterStore } from './duplicates.repository.js';

/** What is looked for: what nobody has decided yet, or what was decided. */
export const CLUSTER_STATES = ['open', 'same', 'different'] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

/** A cluster with its stores. */
export interface ShownCluster extends Omit<Cluster, 'storeIds'> {
  readonly state: ClusterState;
  readonly areaCode: string;
  readonly stores: readonly ClusterStore[];
}

/** Where a page ends: in an area, behind so many of its clusters. */
export interface Place {
  readonly areaCode: string;
  readonly offset: number;
}

/** Areas that one page may have to read; a page may end early, with a cursor. */
const AREAS_PER_PAGE = 20;

@Injectable()
export class DuplicatesService {
  constructor(private readonly duplicates: DuplicatesRepository) {}

  /** Clusters area by area, in each the surest first. */
  async list(
    state: ClusterState,
    areaCode: string | undefined,
    after: Place | undefined,
    limit: number,
  ): Promise<Page<ShownCluster>> {
    const started = after ? [after.areaCode] : [];
    const areas = await this.duplicates.findAreas(after?.areaCode ?? '', areaCode, AREAS_PER_PAGE);
    const items: ShownCluster[] = [];
    for (const area of [...started, ...areas]) {
      const offset = area === after?.areaCode ? after.offset : 0;
      const clusters = (await this.clustersIn(area, state)).slice(offset);
      const taken = clusters.slice(0, limit - items.length);
      items.push(...(await this.shown(area, state, taken)));
      if (taken.length < clusters.length)
        return { items, nextCursor: encodeCursor([area, String(offset + taken.length)]) };
    }
    const last = areas.at(-1);
    const isCut = areas.length === AREAS_PER_PAGE && last !== undefined;
    return { items, nextCursor: isCut ? encodeCursor([last, String(1e9)]) : null };
  }

  /** How much was searched so far. */
  progress(): Promise<{ areas: number; searchedAt: Date | null }> {
    return this.duplicates.findProgress();
  }

  /**
   * Keeps that stores are the same shop, or that every two of them are different ones.
   *
   * @param storeIds 2 to 50 different ones, without NUL characters
   * @throws StoreNotFoundError, StoresOfManyAreasError
   */
  async decide(verdict: Verdict, storeIds: readonly string[], by: Caller): Promise<Decision> {
    const stores = await this.duplicates.findStores(storeIds);
    const missing = storeIds.find((id) => !stores.some((store) => store.id === id));
    if (missing !== undefined) throw new StoreNotFoundError(missing);
    if (stores.some(({ areaCode }) => areaCode !== stores[0]?.areaCode)) throw new StoresOfManyAreasError();
    return this.duplicates.decide(verdict, stores, by);
  }

  /**
   * Takes a decision back; what was decided before it counts again.
   *
   * @throws DecisionNotFoundError
   */
  async undo(id: string, by: Caller): Promise<void> {
    const isId = /^\d{1,18}$/.test(id);
    if (!isId || !(await this.duplicates.undo(id, by))) throw new DecisionNotFoundError(id);
  }

  private async clustersIn(areaCode: string, state: ClusterState): Promise<Cluster[]> {
    const decisions = await this.duplicates.findDecisions(areaCode);
    if (state === 'different')
      return decisions
        .filter(({ verdict }) => verdict === state)
        .map(asCluster)
        .reverse();
    const clusters = clustersOf(await this.duplicates.findPairs(areaCode), decisions);
    return clusters.filter(({ decision }) => (decision !== undefined) === (state === 'same'));
  }

  private async shown(
    areaCode: string,
    state: ClusterState,
    clusters: readonly Cluster[],
  ): Promise<ShownCluster[]> {
    const stores = await this.duplicates.findStores(clusters.flatMap(({ storeIds }) => storeIds));
    const byId = new Map(stores.map((store) => [store.id, store]));
    return clusters.map(({ storeIds, ...cluster }) => ({
      ...cluster,
      state,
      areaCode,
      stores: storeIds.flatMap((id) => byId.get(id) ?? []),
    }));
  }
}

function asCluster(decision: Decision): Cluster {
  return { storeIds: decision.storeIds, confidence: 0, reasons: [], decision };
}
