import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Page } from '../../common/cursor.js';
import type { JobEntity } from '../job.entity.js';
import { JobListRepository, type JobFilter } from '../reading/job-list.repository.js';
import type { EventStream } from './event-stream.js';
import { FilterGroup, isGroupGone } from './filter-group.js';
import { JobSignal } from './job-signal.js';
import { isOlder, viewOf, type JobView } from './job-view.js';
import { JobsMessages, type Snapshot } from './jobs-messages.js';
import { LookLoop } from './look-loop.js';
import { MessagePump } from './message-pump.js';

/** Jobs read after notices in one look; others wait for the next. */
const PAGE = 500;

/** Active jobs that a snapshot tells, and that a look without notices finds; the newest of them. */
const MAX_ACTIVE = 200;

/** Jobs newer than the last look are among so many, or are told of by their notices. */
const MAX_NEW = 50;

/** Jobs whose last state is remembered, so that only changes are told. */
const MAX_SEEN = 1_000;

/** Streams that follow all jobs, or those of a filter; all of them share what is read. */
@Injectable()
export class JobsFollowers implements OnModuleInit {
  private readonly groups = new Map<string, FilterGroup>();
  private readonly changed = new Set<string>();
  private readonly seen = new Map<string, JobView>();
  private readonly loop = new LookLoop((atEverything) => this.look(atEverything));
  private primed?: Promise<void>;

  constructor(
    private readonly jobs: JobListRepository,
    private readonly signal: JobSignal,
  ) {}

  onModuleInit(): void {
    this.signal.onChange((ids) => {
      if (this.groups.size > 0) for (const id of ids) this.changed.add(id);
    });
  }

  /** Tells a client of the jobs that fit a filter, until the client goes: first of the active ones, then of changes. */
  follow(stream: EventStream, filter: JobFilter): void {
    if (!stream.isOpen) return;
    const messages = new JobsMessages(filter.status, () => this.snapshot(filter));
    const pump = new MessagePump(stream, messages);
    const group = this.groupOf(filter);
    const leave = group.join((view) => {
      messages.offer(view);
      pump.wake();
    });
    stream.whenClosed(() => {
      leave();
      this.dropIfEmpty(group);
    });
    // Before the snapshot is taken: what is found to have changed afterwards is not in it.
    this.primed ??= this.prime();
    this.primed.then(
      () => pump.wake(),
      () => stream.end('the jobs cannot be read right now'),
    );
  }

  private groupOf(filter: JobFilter): FilterGroup {
    const group = new FilterGroup(filter, this.jobs);
    const found = this.groups.get(group.key) ?? group;
    this.groups.set(found.key, found);
    return found;
  }

  private dropIfEmpty(group: FilterGroup): void {
    if (group.isEmpty && this.groups.get(group.key) === group) this.groups.delete(group.key);
    if (this.groups.size > 0) return;
    this.loop.stop();
    this.changed.clear();
    this.seen.clear();
    this.primed = undefined;
  }

  /** Remembers how things are, so that only what changes from now on is told. */
  private async prime(): Promise<void> {
    try {
      for (const job of await this.findRecent()) this.isNews(viewOf(job));
      if (this.groups.size > 0) this.loop.start();
    } catch (error) {
      this.primed = undefined;
      throw error;
    }
  }

  private async snapshot(filter: JobFilter): Promise<Snapshot> {
    if (filter.status !== undefined && filter.status !== 'ongoing') return { jobs: [], more: false };
    const page = await this.jobs
      .findPage({ ...filter, status: 'ongoing' }, undefined, MAX_ACTIVE)
      .catch(noJobs);
    return { jobs: page.items.map((job) => viewOf(job).summary), more: page.nextCursor !== null };
  }

  private async look(atEverything: boolean): Promise<void> {
    const news = (await this.read(atEverything)).map(viewOf).filter((view) => this.isNews(view));
    const errors: unknown[] = [];
    for (const group of this.groups.values()) {
      // One after the other, for the rest of the service needs the database too; none for the fault of another.
      await group.tell(news).catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw errors[0];
  }

  private async read(atEverything: boolean): Promise<JobEntity[]> {
    const ids = [...this.changed].slice(0, PAGE);
    for (const id of ids) this.changed.delete(id);
    try {
      const found = await this.jobs.findByIds(ids);
      return atEverything ? [...found, ...(await this.findRecent())] : found;
    } catch (error) {
      for (const id of ids) this.changed.add(id);
      throw error;
    }
  }

  /** What may have changed without a notice: jobs that are active, that were at the last look, and that are new. */
  private async findRecent(): Promise<JobEntity[]> {
    const wereActive = [...this.seen.values()].filter(({ isSettled }) => !isSettled).map(({ id }) => id);
    const [active, newest, known] = await Promise.all([
      this.jobs.findPage({ status: 'ongoing', created: {} }, undefined, MAX_ACTIVE),
      this.jobs.findPage({ created: {} }, undefined, MAX_NEW),
      this.jobs.findByIds(wereActive.slice(-PAGE)),
    ]);
    return [...active.items, ...newest.items, ...known];
  }

  private isNews(view: JobView): boolean {
    const before = this.seen.get(view.id);
    if (before && isOlder(view, before)) return false; // of several reads at once
    this.seen.delete(view.id);
    this.seen.set(view.id, view);
    const [oldest] = this.seen.keys();
    if (this.seen.size > MAX_SEEN && oldest !== undefined) this.seen.delete(oldest);
    return before?.summary !== view.summary;
  }
}

/** A group that was deleted while its jobs are followed has none. */
function noJobs(error: unknown): Page<JobEntity> {
  if (isGroupGone(error)) return { items: [], nextCursor: null };
  throw error;
}
