import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository, type SelectQueryBuilder } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { named } from '../../database/named-values.js';
import { GroupsService } from '../../groups/groups.service.js';
import type { TimeRange } from '../../common/http/time-range.js';
import type { JobState, JobStatus } from '../job-status.js';
import { JobEventEntity } from '../job-event.entity.js';
import { JobEntity } from '../job.entity.js';
import { GroupJobsTooSlowError } from '../jobs.errors.js';
import { stateCondition, statusCondition } from './job-state.sql.js';
import {
  amongNewest,
  NEARBY,
  NEARBY_TIMEOUT,
  newestOf,
  visitsGroup,
  visitsGroupEver,
} from './visited-group.sql.js';

export interface JobFilter {
  /** Only these jobs. */
  readonly ids?: readonly string[];
  readonly status?: JobStatus;
  /** The same in more detail. */
  readonly state?: JobState;
  /** Jobs that visited this store. */
  readonly storeId?: string;
  /** Jobs that visited a store which was in this area at the time. */
  readonly areaCode?: string;
  /** Id of a group: jobs that visited a store which belongs to it now. */
  readonly group?: string;
  /** Jobs with an image that failed like this in its newest run. */
  readonly code?: string;
  readonly reference?: string;
  /** A label the job must have. */
  readonly label?: { readonly name: string; readonly value: string };
  /** When the job was submitted. */
  readonly created: TimeRange;
}

/** The list of stores narrows the search by index; the function decides. */
const VISITED_AREA = `EXISTS (SELECT FROM visits v WHERE v.job_id = job.id
  AND v.store_id IN (SELECT id FROM stores WHERE area_code = :area
    UNION ALL SELECT store_id FROM store_changes WHERE field = 'area_code' AND old_value = :area)
  AND store_area_at(v.store_id, v.visit_time) = :area)`;

/**
 * Found by the code where it is rare, by the jobs where it is common; the plan may choose. Whether the image has been
 * run again since is one look-up by its key, which OFFSET 0 keeps so.
 */
const FAILED_LIKE = `job.failed > 0 AND job.images_removed_at IS NULL AND job.id IN (
  SELECT r.job_id FROM image_results r WHERE r.code = :code AND EXISTS (
    SELECT FROM images i WHERE i.job_id = r.job_id AND i.idx = r.idx AND i.run = r.run OFFSET 0))`;

@Injectable()
export class JobListRepository {
  constructor(
    @InjectRepository(JobEntity) private readonly jobs: Repository<JobEntity>,
    @InjectRepository(JobEventEntity) private readonly events: Repository<JobEventEntity>,
    private readonly groups: GroupsService,
    private readonly heavyReads: HeavyReadsRepository,
  ) {}

  findById(id: string): Promise<JobEntity | null> {
    return this.jobs.findOneBy({ id });
  }

  /** In no particular order; ids that nobody has are left out. */
  findByIds(ids: readonly string[]): Promise<JobEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.jobs.find({ where: { id: In([...ids]) } });
  }

  /** Those of some jobs that a filter lets through. @throws DomainError `GROUP_NOT_FOUND`, `GROUP_TOO_SLOW`, `GROUP_JOBS_TOO_SLOW` */
  async findFitting(filter: JobFilter, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const query = this.query(filter).andWhere('job.id IN (:...ids)', { ids });
    if (filter.group === undefined) return (await query.select('job.id').getMany()).map(({ id }) => id);
    const visits = visitsGroup(await this.groups.conditionOf(filter.group), named(query));
    return this.findIds(query.andWhere(visits));
  }

  /** Everything that happened to a job, oldest first. */
  findEvents(jobId: string): Promise<JobEventEntity[]> {
    return this.events.find({ where: { jobId }, order: { id: 'ASC' } });
  }

  /** Jobs older than one of them, newest first. @throws DomainError `GROUP_NOT_FOUND`, `GROUP_TOO_SLOW`, `GROUP_JOBS_TOO_SLOW` */
  async findPage(filter: JobFilter, beforeId: string | undefined, limit: number): Promise<Page<JobEntity>> {
    const query = this.query(filter);
    if (beforeId !== undefined) query.andWhere('job.id < :beforeId', { beforeId });
    if (filter.group === undefined) {
      const jobs = await query
        .orderBy('job.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      return cutPage(jobs, limit, ({ id }) => [id]);
    }
    const ids = await this.findJobsOfGroup(query, filter.group, beforeId, limit + 1);
    // What fitted when it was found stays on the page, whatever became of it meanwhile.
    const page = cutPage(ids, limit, (id) => [id]);
    const jobs = new Map((await this.findByIds(page.items)).map((job) => [job.id, job]));
    return { ...page, items: page.items.flatMap((id) => jobs.get(id) ?? []) };
  }

  /** @throws DomainError `GROUP_NOT_FOUND`, `GROUP_TOO_SLOW` */
  async assertGroup({ group }: JobFilter): Promise<void> {
    if (group !== undefined) await this.groups.conditionOf(group);
  }

  /** Ids of the jobs of a query, newest first, that visited a store of a group: among the newest of all, or else wherever they are. */
  private async findJobsOfGroup(
    query: SelectQueryBuilder<JobEntity>,
    groupId: string,
    beforeId: string | undefined,
    limit: number,
  ): Promise<string[]> {
    const group = await this.groups.conditionOf(groupId);
    if (limit <= NEARBY) {
      const nearby = query.clone().orderBy('job.id', 'DESC').limit(limit);
      const bind = named(nearby);
      nearby.andWhere(amongNewest(beforeId, bind)).andWhere(visitsGroup(group, bind));
      const found = await this.findIds(nearby, { statement_timeout: NEARBY_TIMEOUT }).catch(noneIfTooSlow);
      if (found.length === limit) return found;
    }
    const everywhere = query.clone();
    everywhere.andWhere(visitsGroupEver(group, named(everywhere)));
    return this.findIds(everywhere, {}, (text) => newestOf(text, limit));
  }

  private async findIds(
    query: SelectQueryBuilder<JobEntity>,
    settings: Readonly<Record<string, string>> = {},
    wrap = (text: string) => text,
  ): Promise<string[]> {
    const [text, values] = query.select('job.id', 'id').getQueryAndParameters();
    const rows = await this.heavyReads.rows<{ id: string }>({
      text: wrap(text),
      values,
      kind: 'jobs of groups',
      settings,
      tooLarge: () => new GroupJobsTooSlowError(),
    });
    return rows.map(({ id }) => id);
  }

  private query(filter: JobFilter): SelectQueryBuilder<JobEntity> {
    const query = this.jobs.createQueryBuilder('job');
    narrow(query, filter);
    return query;
  }
}

/** Large jobs can make even the newest a long walk. */
function noneIfTooSlow(error: unknown): string[] {
  if (error instanceof GroupJobsTooSlowError) return [];
  throw error;
}

/** All but the group, which others know. */
function narrow(query: SelectQueryBuilder<JobEntity>, filter: JobFilter): void {
  const { ids, status, state, storeId, areaCode, code, reference, label, created } = filter;
  if (ids) query.andWhere('job.id = ANY(:named)', { named: ids });
  if (status) query.andWhere(statusCondition('job', status));
  if (state) query.andWhere(stateCondition('job', state));
  if (storeId) query.andWhere('job.id IN (SELECT job_id FROM visits WHERE store_id = :storeId)', { storeId });
  if (areaCode) query.andWhere(VISITED_AREA, { area: areaCode });
  if (code) query.andWhere(FAILED_LIKE, { code });
  if (reference) query.andWhere('job.reference = :reference', { reference });
  if (label) query.andWhere('job.labels @> :label', { label: { [label.name]: label.value } });
  if (created.from) query.andWhere('job.created_at >= :from', { from: created.from });
  if (created.before) query.andWhere('job.created_at < :before', { before: created.before });
}
