import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import { sumUp, type ReplayCounts } from './replay-counts.js';
import type { ReplayRequest } from './replay-request.js';
import { ReplayRepository, type BreachingImage } from './replay.repository.js';

/** Tries rules on what was measured, and changes nothing of it. */
@Injectable()
export class ReplayService {
  constructor(private readonly images: ReplayRepository) {}

  /**
   * @returns images that the rules would have rejected or warned of; with the first page, how many there are
   * @throws FiguresTooLargeError
   */
  async replay({
    rules,
    scope,
    after,
    limit,
  }: ReplayRequest): Promise<Page<BreachingImage> & { counts: ReplayCounts | null }> {
    const [page, counts] = await Promise.all([
      this.images.findPage(rules, scope, after, limit),
      after.length === 0 ? this.images.count(rules, scope).then(sumUp) : null,
    ]);
    return { ...page, counts };
  }
}
