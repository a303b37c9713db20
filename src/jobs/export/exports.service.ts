import { Inject, Injectable } from '@nestjs/common';
import { isStatementTimeout } from '../../common/database-errors.js';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { JobsService } from '../reading/jobs.service.js';
import { ExportAbandonedError, ExportTooLargeError, TooManyExportsError } from './export.errors.js';
import type { ExportFilter } from './export-filter.js';
import { ExportSession, STATEMENT_SECONDS } from './export-session.repository.js';
import { exportStatements, type Statement } from './export.sql.js';
import type { ResultRow } from './result-columns.js';

/** Exports that a process serves at the same time; each has a connection to the database. */
export const EXPORTS_AT_ONCE = 3;

/** What was found, and the way to read it. */
export interface Export {
  readonly total: number;
  /** Images of the same visits that retention has removed. */
  readonly removed: number;
  readonly batches: AsyncIterable<readonly ResultRow[]>;
  /** Aborted when the rest can no longer come. */
  readonly lost: AbortSignal;
}

/** Reads results out in any number, without holding more than a few hundred of them. */
@Injectable()
export class ExportsService {
  private underWay = 0;

  constructor(
    private readonly jobs: JobsService,
    @Inject(databaseConfig.KEY) private readonly config: DatabaseConfig,
  ) {}

  /**
   * Lets somebody read what matches, as one state of the database.
   *
   * @param gone frees everything at once when nobody wants the rest any more
   * @throws UnknownJobError, UnknownRunError, ImagesRemovedError when the filter names such a job
   * @throws TooManyExportsError, ExportTooLargeError
   */
  async export(
    filter: ExportFilter,
    gone: AbortSignal,
    read: (found: Export) => Promise<void>,
  ): Promise<void> {
    if (filter.jobId !== undefined) await this.jobs.findWithImages(filter.jobId, filter.run);
    if (this.underWay >= EXPORTS_AT_ONCE) throw new TooManyExportsError(EXPORTS_AT_ONCE);
    const release = this.takePlace();
    try {
      await this.open(filter, gone, (found) => read({ ...found, batches: then(found.batches, release) }));
    } finally {
      release();
    }
  }

  /** @returns gives the place back; more than once does no harm */
  private takePlace(): () => void {
    this.underWay += 1;
    let taken = true;
    return () => {
      if (taken) this.underWay -= 1;
      taken = false;
    };
  }

  private async open(filter: ExportFilter, gone: AbortSignal, read: (found: Export) => Promise<void>) {
    const session = await ExportSession.begin(this.config);
    const close = () => void session.close();
    gone.addEventListener('abort', close);
    try {
      if (gone.aborted) throw new ExportAbandonedError(); // while it was connecting
      const { count, rows } = exportStatements(filter);
      const { total, removed } = await this.count(session, count);
      if (filter.jobId !== undefined && removed > 0) await this.jobs.findWithImages(filter.jobId);
      await read({ total, removed, batches: session.batches<ResultRow>(rows), lost: session.lost });
    } finally {
      gone.removeEventListener('abort', close);
      await session.close();
    }
  }

  private async count(
    session: ExportSession,
    statement: Statement,
  ): Promise<{ total: number; removed: number }> {
    try {
      return await session.one<{ total: number; removed: number }>(statement);
    } catch (error) {
      if (isStatementTimeout(error)) throw new ExportTooLargeError(STATEMENT_SECONDS);
      throw error;
    }
  }
}

/** The last row ends the connection too; whoever is slow to take what is left keeps nobody waiting. */
async function* then<T>(items: AsyncIterable<T>, done: () => void): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    done();
  }
}
