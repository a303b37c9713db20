import { Inject, Injectable } from '@nestjs/common';
import { insider, type Caller } from '../../access/caller.js';
import { databaseConfig, type DatabaseConfig } from '../../config/database.config.js';
import { UnreadableCsvError } from '../csv/reject.js';
import type {
  ImportCounts,
  ImportOptions,
  ImportProgress,
  ImportResult,
  RecordedImport,
} from './import-result.js';
import { ImportSession, STEP_LIMIT_MINUTES } from './import-session.repository.js';
import {
  ImportRejectedError,
  ImportRunningError,
  ImportTooSlowError,
  NothingToKeepError,
} from './import.errors.js';
import { Reading } from './reading.js';

/** Imports of one process at once. Each has a database connection, of which Postgres has few. */
const MAX_AT_ONCE = 4;

/**
 * Merges CSV files into the Store Master, each in one transaction: all or nothing.
 *
 * Memory does not grow with the file; of its names, a limited number of words is remembered.
 */
@Injectable()
export class StoreImporter {
  private underWay = 0;

  constructor(@Inject(databaseConfig.KEY) private readonly config: DatabaseConfig) {}

  /**
   * @param file read once, from front to back
   * @param by who the audit log will name
   * @throws ImportRejectedError when the file is no Store Master, or has bad rows that were not allowed
   * @throws NothingToKeepError when all stores would be deactivated for want of a good row
   * @throws ImportRunningError, ImportTooSlowError
   */
  async import(
    file: AsyncIterable<Buffer>,
    options: ImportOptions,
    by: Caller,
    onProgress: ImportProgress = () => undefined,
  ): Promise<ImportResult> {
    return this.inSession((session) => run(session, file, options, by, onProgress));
  }

  /**
   * The same, unless there are stores already. Processes that try it together
   * load the file once.
   *
   * @returns undefined when there was nothing to do
   */
  async importIntoEmpty(
    file: AsyncIterable<Buffer>,
    options: ImportOptions,
  ): Promise<ImportResult | undefined> {
    return this.inSession(async (session) => {
      await session.lock();
      if (await session.hasStores()) return undefined;
      return run(session, file, options, insider('start'), () => undefined);
    });
  }

  private async inSession<T>(work: (session: ImportSession) => Promise<T>): Promise<T> {
    if (this.underWay >= MAX_AT_ONCE) throw new ImportRunningError();
    this.underWay += 1;
    try {
      const session = await ImportSession.begin(this.config);
      return await work(session).finally(() => session.close());
    } catch (error) {
      throw translated(error);
    } finally {
      this.underWay -= 1;
    }
  }
}

async function run(
  session: ImportSession,
  file: AsyncIterable<Buffer>,
  options: ImportOptions,
  by: Caller,
  onProgress: ImportProgress,
): Promise<ImportResult> {
  const reading = await stage(session, file, options, onProgress);
  const { rows, rejects } = reading;
  if (rejects.count > 0 && !options.allowRejects) throw ImportRejectedError.forRows(rows, rejects);
  if (options.deactivateMissing && rejects.count === rows) throw new NothingToKeepError(rows);

  await session.lock();
  const sha256 = reading.sha256();
  const record = await session.record(options, sha256);
  const counts = await merge(session, record, reading, options);
  const { finishedAt, searchableAt } = await session.complete(record, counts, rejects.first);
  if (!options.dryRun) await session.commit(record, by);
  const recorded = options.dryRun ? { id: null, searchableAt: null } : { id: record.id, searchableAt };
  return {
    ...options,
    ...counts,
    ...recorded,
    sha256,
    rejects: rejects.first,
    startedAt: record.startedAt,
    finishedAt,
  };
}

async function merge(
  session: ImportSession,
  record: RecordedImport,
  { rows, rejects, hasCoordinates }: Reading,
  { deactivateMissing, dryRun }: ImportOptions,
): Promise<ImportCounts> {
  // What names tell changes no count.
  if (!dryRun) await session.readNames();
  const { inserted, updated } = await session.merge(record, hasCoordinates);
  if (!dryRun) await session.keepNames();
  const deactivated = deactivateMissing ? await session.deactivateMissing(record) : 0;
  const unchanged = rows - rejects.count - inserted - updated;
  return { rows, inserted, updated, unchanged, rejected: rejects.count, deactivated };
}

/** Reads the whole file into the temporary table, and knows all its rejects afterwards. */
async function stage(
  session: ImportSession,
  file: AsyncIterable<Buffer>,
  options: ImportOptions,
  onProgress: ImportProgress,
): Promise<Reading> {
  const reading = new Reading(file, options.deactivateMissing, onProgress);
  try {
    await session.stage(reading.stagedLines());
  } catch (error) {
    if (!(error instanceof UnreadableCsvError)) throw error;
    const problem = { line: error.line, reason: error.message };
    throw ImportRejectedError.forFile(problem, reading.rows, reading.rejects);
  }
  const duplicates = await session.rejectDuplicates();
  reading.rejects.merge(duplicates.first, duplicates.count);
  return reading;
}

function translated(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (code === '55P03') return new ImportRunningError();
  if (code === '57014') return new ImportTooSlowError(STEP_LIMIT_MINUTES);
  return error;
}
