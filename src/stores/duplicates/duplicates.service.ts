import { Injectable } from '@nestjs/common';
import { cutPage, encodeCursor, type Page } from '../../common/cursor.js';
import type { StoreFilter } from '../stores.repository.js';
import { firstOf, openClusters, type Cluster, type Decision, type Verdict } from './clusters.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DuplicatesRepository, type ClusterStore, type SearchProgress } from './duplicates.repository.js';

/** What is looked for: what nobody has decided yet, or what was decided. */
export const CLUSTER_STATES = ['open', 'same', 'different'] as const;
export type ClusterState = (typeof CLUSTER_STATES)[number];

/** A cluster, or what was decided, with its stores. */
export interface ShownCluster extends Omit<Cluster, 'storeIds'> {
  readonly state: ClusterState;
  readonly areaCode: string;
  readonly stores: readonly ClusterStore[];
  /** Undefined while one is missing. */
  readonly decision?: Decision;
}

/** Clusters with a store that fits. */
export type ClusterFilter = Pick<StoreFilter, 'areaCode' | 'group'>;

/** Where a page of open clusters ends, whatever is decided meanwhile about those before it. */
export interface Place {
  readonly areaCode: string;
  /** Confidence of the last cluster, in thousandths. */
  readonly thousandths: number;
  /** Of the last cluster. */
  readonly firstStore: string;
}

/** Areas that one page may have to read; a page may end early, with a cursor. */
const AREAS_PER_PAGE = 20;

@Injectable()
export class DuplicatesService {
  constructor(
    private readonly duplicates: DuplicatesRepository,
    private readonly decisions: DecisionsRepository,
  ) {}

  /** Clusters that nobody has decided about, area by area, in each the surest first. */
  async listOpen(
    filter: ClusterFilter,
    after: Place | undefined,
    limit: number,
  ): Promise<Page<ShownCluster>> {
    const areas = await this.duplicates.findAreas(after?.areaCode ?? '', filter.areaCode, AREAS_PER_PAGE);
    const items: ShownCluster[] = [];
    for (const areaCode of areas) {
      const all = await this.openIn(areaCode, filter);
      const clusters = areaCode === after?.areaCode ? all.filter((cluster) => isBehind(cluster, after)) : all;
      const taken = clusters.slice(0, limit - items.length);
      items.push(...(await this.shown(taken)).map((cluster) => ({ ...cluster, areaCode })));
      const last = items.at(-1);
      if (last && taken.length < clusters.length) return { items, nextCursor: placeOf(last) };
    }
    const isCut = areas.length === AREAS_PER_PAGE;
    return { items, nextCursor: isCut ? encodeCursor([areas.at(-1) ?? '', '0', '']) : null };
  }

  /** What was decided, the newest first. */
  async listDecided(
    verdict: Verdict,
    filter: ClusterFilter,
    beforeId: string | undefined,
    limit: number,
  ): Promise<Page<ShownCluster>> {
    const decisions = await this.decisions.findPage(verdict, filter, beforeId, limit + 1);
    const page = cutPage(decisions, limit, ({ id }) => [id]);
    const confidence = verdict === 'same' ? 1 : 0;
    const clusters = page.items.map((decision) => ({ ...decision, decision, confidence, reasons: [] }));
    return { items: await this.shown(clusters), nextCursor: page.nextCursor };
  }

  /** How much was searched so far, of one area or of all. */
  progress(areaCode: string | undefined): Promise<SearchProgress> {
    return this.duplicates.findProgress(areaCode);
  }

  private async openIn(areaCode: string, { group }: ClusterFilter): Promise<Cluster[]> {
    const pairs = await this.duplicates.findPairs(areaCode);
    const clusters = openClusters(pairs, await this.decisions.findAbout(areaCode));
    if (!group) return clusters;
    const ids = clusters.flatMap(({ storeIds }) => storeIds);
    const inGroup = await this.duplicates.findInGroup(ids, group);
    return clusters.filter(({ storeIds }) => storeIds.some((id) => inGroup.has(id)));
  }

  private async shown(
    clusters: readonly (Cluster & { readonly decision?: Decision })[],
  ): Promise<ShownCluster[]> {
    const stores = await this.duplicates.findStores(clusters.flatMap(({ storeIds }) => storeIds));
    const byId = new Map(stores.map((store) => [store.id, store]));
    return clusters.map(({ storeIds, confidence, reasons, decision }) => {
      const its = storeIds.flatMap((id) => byId.get(id) ?? []);
      const areaCode = its[0]?.areaCode ?? '';
      return { areaCode, state: decision?.verdict ?? 'open', confidence, reasons, stores: its, decision };
    });
  }
}

function isBehind(cluster: Cluster, { thousandths, firstStore }: Place): boolean {
  const its = thousandthsOf(cluster);
  return its < thousandths || (its === thousandths && firstOf(cluster) > firstStore);
}

function placeOf({ areaCode, stores, ...cluster }: ShownCluster): string {
  return encodeCursor([areaCode, String(thousandthsOf(cluster)), stores[0]?.id ?? '']);
}

/** Confidences have no more digits. */
function thousandthsOf({ confidence }: Pick<Cluster, 'confidence'>): number {
  return Math.round(confidence * 1_000);
}
