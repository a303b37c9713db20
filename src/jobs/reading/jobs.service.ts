import { Injectable } from '@nestjs/common';
import { cutPage, type Page } from '../../common/cursor.js';
import type { JobEventEntity } from '../job-event.entity.js';
import type { JobEntity } from '../job.entity.js';
import { ImagesRemovedError, UnknownJobError, UnknownRunError } from '../jobs.errors.js';
import {
  ImageListRepository,
  type ImageFailure,
  type ImageFilter,
  type ImageRow,
  type NumberedFailure,
} from './image-list.repository.js';
import { JobListRepository, type JobFilter } from './job-list.repository.js';

/** Failures that a status carries at the most; all of them are in the list of images. */
const MAX_FAILURES = 1_000;

/** Answers what people ask about jobs. */
@Injectable()
export class JobsService {
  constructor(
    private readonly jobs: JobListRepository,
    private readonly images: ImageListRepository,
  ) {}

  /** @throws UnknownJobError as `invalid`, which is what `/api/status` promises */
  async status(jobId: string): Promise<{ job: JobEntity; failures: ImageFailure[] }> {
    const job = await this.jobs.findById(jobId);
    if (!job) throw new UnknownJobError(jobId, 'invalid');
    const failures =
      job.failed > 0 && !job.imagesRemovedAt ? await this.images.findFailures(jobId, MAX_FAILURES) : [];
    return { job, failures };
  }

  /** @throws UnknownJobError */
  async find(jobId: string): Promise<JobEntity> {
    const job = await this.jobs.findById(jobId);
    if (!job) throw new UnknownJobError(jobId);
    return job;
  }

  /**
   * A job whose images are there.
   *
   * @param run one of its runs, if that matters
   * @throws UnknownJobError, ImagesRemovedError, UnknownRunError
   */
  async findWithImages(jobId: string, run = 0): Promise<JobEntity> {
    const job = await this.find(jobId);
    if (job.imagesRemovedAt) throw new ImagesRemovedError(jobId, job.imagesRemovedAt);
    if (run > job.run) throw new UnknownRunError(jobId, run, job.run);
    return job;
  }

  /** @throws UnknownJobError */
  async findWithEvents(jobId: string): Promise<{ job: JobEntity; events: JobEventEntity[] }> {
    return { job: await this.find(jobId), events: await this.jobs.findEvents(jobId) };
  }

  /**
   * Failures of the newest run after one of them, in the order they were found.
   *
   * @throws UnknownJobError, ImagesRemovedError
   */
  async listFailures(jobId: string, after: number, limit: number): Promise<Page<NumberedFailure>> {
    const rows = await this.images.findFailures(jobId, limit + 1, after);
    await this.findWithImages(jobId); // after the page, as below
    return cutPage(rows, limit, ({ failureNo }) => [String(failureNo)]);
  }

  /** Makes sure that a filter names a group that is there, if any. @throws DomainError `GROUP_NOT_FOUND` */
  assertGroup(filter: JobFilter): Promise<void> {
    return this.jobs.assertGroup(filter);
  }

  /** @throws DomainError `GROUP_NOT_FOUND` */
  list(filter: JobFilter, beforeId: string | undefined, limit: number): Promise<Page<JobEntity>> {
    return this.jobs.findPage(filter, beforeId, limit);
  }

  /** @throws UnknownJobError, UnknownRunError, ImagesRemovedError */
  async listImages(
    jobId: string,
    filter: ImageFilter,
    after: number,
    limit: number,
  ): Promise<Page<ImageRow>> {
    await this.findWithImages(jobId, filter.run);
    const page = await this.images.findPage(jobId, filter, after, limit);
    // Asked again: images that are removed meanwhile must not look like the end of the list.
    await this.findWithImages(jobId);
    return page;
  }
}
