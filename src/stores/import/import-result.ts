import type { Reject } from '../csv/reject.js';

/** How a file is to be merged into the Store Master. */
export interface ImportOptions {
  readonly fileName: string;
  /** Who asks: an API key by its name, `api` without one, `start`, or the user of the command line. */
  readonly importedBy: string;
  /** Counts everything, changes nothing. */
  readonly dryRun: boolean;
  /** Stores that are not in the file become inactive; they are never deleted. */
  readonly deactivateMissing: boolean;
  /** Loads the good rows of a file that has bad ones; otherwise one bad row stops all. */
  readonly allowRejects: boolean;
}

/** What became of the rows of a file. */
export interface ImportCounts {
  /** Rows with something in them, the header excepted. */
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Active stores that the file does not mention and that are inactive now. */
  readonly deactivated: number;
}

export interface ImportResult extends ImportOptions, ImportCounts {
  /** Decimal digits; null for a dry run, which is not recorded. */
  readonly id: string | null;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The first hundred, by line. */
  readonly rejects: readonly Reject[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** When its stores were found by the names it brought; null until then, and for a dry run. */
  readonly searchableAt: Date | null;
}

/** An import that has an id, and the time at which all its changes take place. */
export interface RecordedImport {
  readonly id: string;
  /** As Postgres writes it, to the microsecond. */
  readonly at: string;
  readonly startedAt: Date;
}

export type CompletedImport = Pick<ImportResult, 'finishedAt' | 'searchableAt'>;

/** How far an import has come; bytes are those of the file. */
export type ImportProgress = (bytes: number, rows: number) => void;
