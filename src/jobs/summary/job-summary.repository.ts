import { Injectable } from '@nestjs/common';
import { FiguresTooLargeError } from '../jobs.errors.js';
import { HeavyReadsRepository } from '../../database/heavy-reads.repository.js';
import { FOR_SUMMARY, SUMMARIZE } from './job-summary.sql.js';

/** Images that failed alike. */
export interface CodeSummary {
  readonly code: string;
  readonly images: number;
  readonly stores: number;
  /** Of the first of these images in the job. */
  readonly error: string;
  readonly url: string;
  readonly storeId: string;
}

/** Images with the same warning. */
export type WarningSummary = Pick<CodeSummary, 'code' | 'images' | 'stores'>;

/** What became of the images of one store. */
export interface StoreSummary {
  readonly storeId: string;
  readonly storeName: string;
  /** The one it was in at its last visit in the job. */
  readonly areaCode: string;
  readonly images: number;
  readonly measured: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly pending: number;
}

/** Median, 95th percentile and maximum; null when no image got there. */
export type Spread = readonly [p50: number, p95: number, max: number] | null;

type TimedStage = 'queueMs' | 'downloadMs' | 'verifyMs' | 'simulateMs' | 'recordMs' | 'totalMs';

/** The images of a job, or of one of its runs, in figures. */
export interface JobSummary {
  /** Most images first. */
  readonly byCode: readonly CodeSummary[];
  /** By rule that images do not meet, and that let them pass; most images first. */
  readonly byWarning: readonly WarningSummary[];
  /** Measured images with a warning, or several; one that another rule rejects has failed. */
  readonly warned: number;
  /** Those with the most failures first. */
  readonly byStore: readonly StoreSummary[];
  /** How many stores there are in all. */
  readonly stores: number;
  readonly timings: Readonly<Record<TimedStage, Spread>>;
  /** Measured images by format. */
  readonly formats: Readonly<Record<string, number>>;
  /** Of the measured images together; null without any. */
  readonly bytes: number | null;
}

@Injectable()
export class JobSummaryRepository {
  constructor(private readonly heavyReads: HeavyReadsRepository) {}

  /**
   * @param run one of its runs, with the images that took part in it; otherwise each image in its newest run
   * @throws FiguresTooLargeError
   */
  async summarize(jobId: string, run: number | undefined): Promise<JobSummary> {
    const [summary] = await this.heavyReads.rows<JobSummary>({
      text: SUMMARIZE,
      values: [jobId, run ?? null],
      kind: 'summary',
      settings: FOR_SUMMARY,
      tooLarge: () => new FiguresTooLargeError('in this job', 'try again in a minute, or list them instead'),
    });
    return summary as JobSummary; // an aggregate always has its row
  }
}
