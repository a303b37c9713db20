import { Injectable } from '@nestjs/common';
import { JobsService } from '../reading/jobs.service.js';
import { SharedAnswers } from '../reading/shared-answers.js';
import { JobSummaryRepository, type JobSummary } from './job-summary.repository.js';

/** Tells what became of a job's images all together. */
@Injectable()
export class JobSummaryService {
  private readonly shared = new SharedAnswers<JobSummary>();

  constructor(
    private readonly jobs: JobsService,
    private readonly summaries: JobSummaryRepository,
  ) {}

  /**
   * Of a job under way, an answer that took long may be some seconds old; never of one that is settled.
   *
   * @throws UnknownJobError, UnknownRunError, ImagesRemovedError, FiguresTooLargeError
   */
  async summarize(jobId: string, run: number | undefined): Promise<JobSummary> {
    const job = await this.jobs.findWithImages(jobId, run);
    const question = JSON.stringify([jobId, run, job.run, job.settledAt]);
    const summary = await this.shared.get(question, () => this.summaries.summarize(jobId, run));
    // Asked again: images that are removed meanwhile must not look like a smaller job.
    await this.jobs.findWithImages(jobId);
    return summary;
  }
}
