import type { JobListRepository, JobFilter } from '../reading/job-list.repository.js';
import type { JobView } from './job-view.js';

/** Jobs of which it is remembered whether they fit; more are asked for again. */
const MAX_KNOWN = 2_000;

/** Streams with the same filter. Whether a job fits is asked once, for all but its status never changes. */
export class FilterGroup {
  readonly key: string;
  private readonly fits = new Map<string, boolean>();
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

  async tell(views: readonly JobView[]): Promise<void> {
    if (this.isEmpty || views.length === 0) return;
    await this.learn(views);
    for (const view of views) {
      if (this.fits.get(view.id)) for (const tell of this.members) tell(view);
    }
  }

  private async learn(views: readonly JobView[]): Promise<void> {
    if (this.fits.size > MAX_KNOWN) this.fits.clear();
    const unknown = [...new Set(views.map(({ id }) => id))].filter((id) => !this.fits.has(id));
    const fitting = new Set(
      this.letsAllThrough ? unknown : await this.jobs.findFitting(this.filter, unknown),
    );
    for (const id of unknown) this.fits.set(id, fitting.has(id));
  }

  private get letsAllThrough(): boolean {
    return this.key === JSON.stringify({ created: {} });
  }
}
