import { DomainError } from '../../common/domain-error.js';
import type { JobListRepository, JobFilter } from '../reading/job-list.repository.js';
import type { JobView } from './job-view.js';

/** Jobs of which it is remembered whether they fit; more are asked for again. */
const MAX_KNOWN = 2_000;

/**
 * Jobs that wait to be told of while the database cannot say whether they fit; the oldest of more
 * are left out. One look finds 1,250 at most.
 */
const MAX_UNTOLD = 2_000;

/** Who belongs to a group of stores changes; that a job fits by one is believed for so long. */
const GROUP_GOOD_MS = 10_000;

/**
 * Streams with the same filter. Whether a job fits is asked once, for all but its status and its failures never changes,
 * unless the filter names a group.
 * One that has an image which failed as the filter says is followed on, also when that image is run again.
 */
export class FilterGroup {
  readonly key: string;
  /** Whether a job fits, and of how many failures that was asked. */
  private readonly known = new Map<string, { fits: boolean; failures: number; askedAt: number }>();
  private readonly untold = new Map<string, JobView>();
  private readonly members = new Set<(view: JobView) => void>();
  private readonly filter: JobFilter;

  constructor(
    filter: JobFilter,
    private readonly jobs: Pick<JobListRepository, 'findFitting'>,
  ) {
    this.filter = { ...filter, status: undefined };
    this.key = JSON.stringify(this.filter);
  }

  get isEmpty(): boolean {
    return this.members.size === 0;
  }

  /** @returns what leaves the group again */
  join(tell: (view: JobView) => void): () => void {
    this.members.add(tell);
    return () => this.members.delete(tell);
  }

  /** What cannot be told, as the database does not answer, is told the next time. */
  async tell(views: readonly JobView[]): Promise<void> {
    for (const view of views) this.keep(view);
    if (this.isEmpty || this.untold.size === 0) return;
    const news = [...this.untold.values()];
    await this.learn(news);
    for (const view of news) {
      if (this.untold.get(view.id) === view) this.untold.delete(view.id);
      if (this.known.get(view.id)?.fits) for (const tell of this.members) tell(view);
    }
  }

  private keep(view: JobView): void {
    this.untold.set(view.id, view);
    const [oldest] = this.untold.keys();
    if (this.untold.size > MAX_UNTOLD && oldest !== undefined) this.untold.delete(oldest);
  }

  private async learn(views: readonly JobView[]): Promise<void> {
    if (this.known.size > MAX_KNOWN) this.known.clear();
    const unknown = views.filter((view) => !this.isKnown(view));
    const ids = unknown.map(({ id }) => id);
    const fitting = new Set(this.letsAllThrough ? ids : await this.findFitting(ids));
    for (const { id, lastFailureNo } of unknown) {
      this.known.set(id, { fits: fitting.has(id), failures: lastFailureNo, askedAt: performance.now() });
    }
  }

  /** None, when the group was deleted meanwhile. */
  private findFitting(ids: readonly string[]): Promise<string[]> {
    return this.jobs.findFitting(this.filter, ids).catch((error: unknown) => {
      if (isGroupGone(error)) return [];
      throw error;
    });
  }

  /** A job that did not fit comes to fit by a failure, when failures are asked for, and by nothing else. */
  private isKnown({ id, lastFailureNo }: JobView): boolean {
    const known = this.known.get(id);
    const isOld =
      this.filter.group !== undefined && performance.now() - (known?.askedAt ?? 0) > GROUP_GOOD_MS;
    if (isOld) return false;
    if (known?.fits || this.filter.code === undefined) return known !== undefined;
    return lastFailureNo <= (known?.failures ?? 0);
  }

  private get letsAllThrough(): boolean {
    return this.key === JSON.stringify({ created: {} });
  }
}

/** The group of a filter was deleted after it had been asked for. */
export function isGroupGone(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'GROUP_NOT_FOUND';
}
