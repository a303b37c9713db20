import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import { GroupsService } from '../../groups/groups.service.js';
import { sumUp, type ReplayCounts } from './replay-counts.js';
import type { ReplayRequest } from './replay-request.js';
import { ReplayRepository, type BreachingImage } from './replay.repository.js';

/** Tries rules on what was measured, and changes nothing of it. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly images: ReplayRepository,
    private readonly groups: GroupsService,
  ) {}

  /**
   * @returns images that the rules would have rejected or warned of; with the first page, how many there are
   * @throws FiguresTooLargeError, DomainError `GROUP_NOT_FOUND`
   */
  async replay({
    rules,
    group,
    ...request
  }: ReplayRequest): Promise<Page<BreachingImage> & { counts: ReplayCounts | null }> {
    const scope = { ...request.scope, group: await this.groups.conditionIfNamed(group) };
    const counts = request.page.after.length === 0 ? sumUp(await this.images.count(rules, scope)) : null;
    // Where nothing is to be found, a search for it takes as long as counting did.
    if (counts && counts.rejected + counts.warned === 0) return { items: [], nextCursor: null, counts };
    const page = await this.images.findPage(rules, scope, request.page);
    return { ...page, counts };
  }
}
