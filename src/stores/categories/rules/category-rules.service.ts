import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../access/caller.js';
import type { Page } from '../../../common/cursor.js';
import { Semaphore } from '../../../common/semaphore.js';
import { RuleVersionNotFoundError } from '../categories.errors.js';
import { previewOf, type Preview } from '../preview/preview.js';
import { PreviewRepository } from '../preview/preview.repository.js';
import type { NewRules, RuleVersion, RuleVersionContent } from './rule-version.js';
import { RuleVersionsRepository } from './rule-versions.repository.js';

/** Previews of one process at once; each holds 50,000 stores for a second or two. */
const PREVIEWS_AT_ONCE = 2;

/** The rules by which stores get their categories, in all versions. */
@Injectable()
export class CategoryRulesService {
  private readonly previews = new Semaphore(PREVIEWS_AT_ONCE);

  constructor(
    private readonly versions: RuleVersionsRepository,
    private readonly stores: PreviewRepository,
  ) {}

  /** @throws RuleVersionNotFoundError while there are none at all */
  async current(): Promise<RuleVersionContent> {
    return found('current', await this.versions.findCurrent());
  }

  /** @throws RuleVersionNotFoundError, also for an id that is no number */
  async find(id: string): Promise<RuleVersionContent> {
    return found(id, /^\d{1,18}$/.test(id) ? await this.versions.find(id) : undefined);
  }

  /** Versions, newest first. */
  async list(beforeId: string | undefined, limit: number): Promise<Page<RuleVersion>> {
    return this.versions.findPage(beforeId, limit);
  }

  /**
   * Puts rules in force. New and renamed stores go by them at once, the others follow in the background.
   *
   * @param basedOn the version they were made of
   * @throws RulesMovedOnError
   */
  async replace(rules: NewRules, basedOn: string | undefined, by: Caller): Promise<RuleVersionContent> {
    return this.versions.append(rules, by, { basedOn });
  }

  /** Makes an old version current again, as a new one; so that this can be undone, too. */
  async restore(id: string, by: Caller): Promise<RuleVersionContent> {
    const { content, rules } = await this.find(id);
    const comment = `Version ${id} again.`;
    return this.versions.append({ content, rules, comment }, by, { copyOf: id });
  }

  /** What rules would change if they were put in force now; nothing is changed. */
  async preview({ content }: NewRules): Promise<Preview> {
    return this.previews.use(async () => {
      const candidate = found('current', await this.stores.loadCandidate(content));
      const { total, stores } = await this.stores.sample();
      return previewOf(candidate.categoriser, total, stores);
    });
  }
}

function found<T>(id: string, value: T | undefined): T {
  if (value === undefined) throw new RuleVersionNotFoundError(id);
  return value;
}
