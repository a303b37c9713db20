import { Injectable } from '@nestjs/common';
import { CountsRepository, type CategoryCount } from './counts.repository.js';
import type { Pass } from './recategorising/pass.js';
import { PassesRepository } from './recategorising/passes.repository.js';

/** What is known of the kinds of shops. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly counts: CountsRepository,
    private readonly passes: PassesRepository,
  ) {}

  async count(areaCode: string | undefined): Promise<{ counts: CategoryCount[]; pass: Pass }> {
    const [counts, pass] = await Promise.all([this.counts.count(areaCode), this.passes.find()]);
    return { counts, pass };
  }

  async pass(): Promise<Pass> {
    return this.passes.find();
  }
}
