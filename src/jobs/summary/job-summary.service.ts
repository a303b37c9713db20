import { Injectable } from '@nestjs/common';
import { JobsService } from '../reading/jobs.service.js';
import { JobSummaryRepository, type JobSummary } from './job-summary.repository.js';

/** Tells what became of a job's images all together. */
@Injectable()
export class JobSummaryService {
  constructor(
    private readonly jobs: JobsService,
    private readonly summaries: JobSummaryRepository,
  ) {}

  /** @throws UnknownJobError, UnknownRunError, ImagesRemovedError */
  async summarize(jobId: string, run: number | undefined): Promise<JobSummary> {
    await this.jobs.findWithImages(jobId, run);
    const summary = await this.summaries.summarize(jobId, run);
    // Asked again: images that are removed meanwhile must not look like a smaller job.
    await this.jobs.findWithImages(jobId);
    return summary;
  }
}
