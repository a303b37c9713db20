import { ApiProperty } from '@nestjs/swagger';
import type { Reject } from '../csv/reject.js';
import type { ImportResult } from '../import/import-result.js';
import type { ImportRejectedError } from '../import/import.errors.js';

/** A row of the file that was not loaded. */
export class RejectDto {
  /**
   * Line of the file the row begins on; the header is on line 1.
   * @example 17
   */
  readonly line!: number;

  /** @example "StoreID is blank." */
  readonly reason!: string;
}

/** An import of the Store Master, without its rejects. */
export class StoreImportSummaryDto {
  /** Digits; null for a dry run, which is not recorded. */
  @ApiProperty({ type: String, nullable: true, example: '12' })
  readonly id!: string | null;

  /** @example "store_master.csv" */
  readonly file_name!: string;

  /**
   * SHA-256 of the file, hexadecimal.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  readonly sha256!: string;

  /** Everything was counted, and nothing was changed. */
  readonly dry_run!: boolean;

  /** Stores that the file does not name were deactivated. */
  readonly deactivate_missing!: boolean;

  /** The good rows were loaded although there were bad ones. */
  readonly allow_rejects!: boolean;

  /**
   * Rows of the file, without header and blank lines.
   * @example 4944
   */
  readonly rows!: number;

  /**
   * New stores.
   * @example 12
   */
  readonly inserted!: number;

  /**
   * Stores of which the file changed something; coming back to life is a change too.
   * @example 40
   */
  readonly updated!: number;

  /** @example 4892 */
  readonly unchanged!: number;

  /**
   * Rows that were not loaded.
   * @example 0
   */
  readonly rejected!: number;

  /**
   * Stores that are inactive now because the file does not name them.
   * @example 0
   */
  readonly deactivated!: number;

  /**
   * Name of the API key, `api` without one, `start` (the first seeding), or the user of the command line.
   * @example "api"
   */
  readonly imported_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly started_at!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:01.250Z' })
  readonly finished_at!: string;

  /**
   * When its stores could be found by the names it brought. Null for a dry run, and while they are still being read: those of a
   * large import are read after it.
   */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:30:01.250Z' })
  readonly searchable_at!: string | null;
}

/** What became of the rows of a file. */
export class StoreImportDto extends StoreImportSummaryDto {
  /** The first hundred rejects, by line; `rejected` says how many there were. */
  readonly rejects!: RejectDto[];
}

/** One page of the imports, newest first. */
export class StoreImportPageDto {
  readonly imports!: StoreImportSummaryDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: 'WyIxMSJd' })
  readonly next_cursor!: string | null;
}

/** Why nothing of a file was loaded. */
export class ImportRefusedDto {
  /** @example "Nothing was loaded: 1 of 4944 rows cannot be; the first is line 17: StoreID is blank." */
  readonly error!: string;

  /** @example "IMPORT_REJECTED" */
  readonly code!: string;

  /**
   * Rows that were read.
   * @example 4944
   */
  readonly rows!: number;

  /**
   * Rows that cannot be loaded.
   * @example 1
   */
  readonly rejected!: number;

  /** The first hundred of them, by line. */
  readonly rejects!: RejectDto[];
}

export function toImportSummaryDto(result: ImportResult): StoreImportSummaryDto {
  const { id, sha256, rows, inserted, updated, unchanged, rejected, deactivated } = result;
  return {
    id,
    file_name: result.fileName,
    sha256,
    dry_run: result.dryRun,
    deactivate_missing: result.deactivateMissing,
    allow_rejects: result.allowRejects,
    rows,
    inserted,
    updated,
    unchanged,
    rejected,
    deactivated,
    imported_by: result.importedBy,
    started_at: result.startedAt.toISOString(),
    finished_at: result.finishedAt.toISOString(),
    searchable_at: result.searchableAt?.toISOString() ?? null,
  };
}

export function toImportDto(result: ImportResult): StoreImportDto {
  return { ...toImportSummaryDto(result), rejects: result.rejects.map(toRejectDto) };
}

export function toRefusedDto(error: ImportRejectedError): ImportRefusedDto {
  const { message, code, rows, rejected, rejects } = error;
  return { error: message, code, rows, rejected, rejects: rejects.map(toRejectDto) };
}

function toRejectDto({ line, reason }: Reject): RejectDto {
  return { line, reason };
}
