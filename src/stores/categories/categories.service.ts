import { Injectable } from '@nestjs/common';
import { StoreConditionsService } from '../store-conditions.service.js';
import { CountsRepository, type CategoryCount } from './counts.repository.js';
import type { Pass } from './recategorising/pass.js';
import { PassesRepository } from './recategorising/passes.repository.js';

/** What is known of the kinds of shops. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly counts: CountsRepository,
    private readonly passes: PassesRepository,
    private readonly groups: StoreConditionsService,
  ) {}

  /** @throws DomainError `GROUP_NOT_FOUND` */
  async count(
    areaCode: string | undefined,
    groupId: string | undefined,
  ): Promise<{ counts: CategoryCount[]; pass: Pass }> {
    const group = groupId === undefined ? undefined : await this.groups.conditionOf(groupId);
    const [counts, pass] = await Promise.all([this.counts.count(areaCode, group), this.passes.find()]);
    return { counts, pass };
  }

  async pass(): Promise<Pass> {
    return this.passes.find();
  }
}
