import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { actorValues } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { quote } from '../../common/quote.js';
import type { DatabaseConfig } from '../../config/database.config.js';
import { LOCKS } from '../../database/locks.js';
import type { Reject } from '../csv/reject.js';
import { loadCategoriser, type Ask, type CurrentCategoriser } from '../categories/current-categoriser.js';
import { storeNames } from '../names/store-names.js';
import { inPieces } from './copy-text.js';
import type { CompletedImport, ImportCounts, ImportOptions, RecordedImport } from './import-result.js';
import {
  ADMIT_CATEGORIES,
  AUDIT_IMPORT,
  CREATE_STAGED,
  REJECT_DUPLICATES,
  INSERT_IMPORT,
  COMPLETE_IMPORT,
  UPDATE_KNOWN,
  INSERT_NEW,
  KEEP_NAME_KEYS,
  LEAVE_NAME_KEYS,
  DEACTIVATE_MISSING,
  type Duplicate,
} from './merge-statements.js';
import { CREATE_READ_NAMES, readNewNames } from './new-names.repository.js';

/** How long an import waits for another one; that of some thousand stores takes a second, of a million changed ones minutes. */
const LOCK_WAIT_MS = 60_000;
/**
 * It sorts and joins whole Store Masters. What waits to be sorted into an index is read by every search until then: 16 MB
 * of it take a third off the time that 4 MB take, and 64 MB no more than that.
 */
const MEMORY = `SET LOCAL work_mem = '64MB'; SET LOCAL gin_pending_list_limit = '16MB'`;
const SORT_INTO_INDEXES = `SELECT gin_clean_pending_list(name::regclass)
  FROM unnest(ARRAY['stores_search_idx', 'store_names_keys_idx', 'store_words_near_idx']) AS name`;
/** For one step of an import, the upload of a slow client included. */
export const STEP_LIMIT_MINUTES = 10;

/**
 * One import in one transaction, on a connection of its own: it outlasts the
 * statement limit of the pool, takes none of its connections, and its
 * temporary table and locks are gone with it whatever happens.
 */
export class ImportSession {
  /** By what the names were categorised; undefined when none were, or while there are no rules. */
  private current?: CurrentCategoriser;
  /** Whether all names that were read have their keys; those of others are made after the import. */
  private isKeyed = true;

  private constructor(private readonly client: pg.Client) {}

  static async begin({ url, connectTimeoutMs }: DatabaseConfig): Promise<ImportSession> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: STEP_LIMIT_MINUTES * 60_000,
      // For a server that no longer answers at all.
      query_timeout: STEP_LIMIT_MINUTES * 60_000 + 5_000,
      lock_timeout: LOCK_WAIT_MS,
      keepAlive: true,
      application_name: 'smp-import',
    });
    // A connection that breaks fails the statement under way; that is where it is dealt with.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('BEGIN');
      await client.query(MEMORY);
      await client.query(CREATE_STAGED);
      await client.query(CREATE_READ_NAMES);
      return new ImportSession(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Sends lines of `stagedLines` to the temporary table, as fast as both sides can. */
  async stage(lines: AsyncIterable<string>): Promise<void> {
    const copy = this.client.query(copyFrom('COPY staged_stores FROM STDIN'));
    await pipeline(Readable.from(inPieces(lines)), copy);
    await this.client.query('ANALYZE staged_stores');
  }

  /** Keeps the first row of every store. Done in the database, because ids of a large file are no matter for our memory. */
  async rejectDuplicates(): Promise<{ first: Reject[]; count: number }> {
    const { rows } = await this.client.query<Duplicate>(REJECT_DUPLICATES);
    const first = rows.map(({ line, id, first_line }) => ({
      line,
      reason: `The store ${quote(id)} is on line ${first_line} already.`,
    }));
    return { first, count: rows[0]?.total ?? 0 };
  }

  /** Waits for other imports to end. Nobody else is ever kept waiting: readers and jobs do not take this lock. */
  async lock(): Promise<void> {
    await this.client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.storeImport]);
  }

  async hasStores(): Promise<boolean> {
    const { rows } = await this.client.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM stores) AS found',
    );
    return rows[0]?.found ?? false;
  }

  /** Opens the record of the import; call with the lock held, so that times follow the order of the merges. */
  async record(options: ImportOptions, sha256: string): Promise<RecordedImport> {
    const { fileName, importedBy, deactivateMissing, allowRejects } = options;
    const { rows } = await this.client.query<RecordedImport>(INSERT_IMPORT, [
      fileName,
      sha256,
      JSON.stringify({ deactivateMissing, allowRejects }),
      importedBy,
    ]);
    return rows[0] as RecordedImport;
  }

  /** Reads the names that are new to the Store Master; before `merge`, which makes them known. */
  async readNames(): Promise<void> {
    this.current = await loadCategoriser(askerOf(this.client));
    this.isKeyed = await readNewNames(this.client, this.current?.categoriser);
  }

  /** Brings known stores up to date and adds new ones; rows that change nothing touch nothing. */
  async merge(into: RecordedImport, hasCoordinates: boolean): Promise<{ updated: number; inserted: number }> {
    const updated = await this.client.query(UPDATE_KNOWN, [into.id, into.at, hasCoordinates]);
    const inserted = await this.client.query(INSERT_NEW, [into.at]);
    return { updated: updated.rowCount ?? 0, inserted: inserted.rowCount ?? 0 };
  }

  /** Makes stores findable by the names that were read, as far as that is not left to the background. */
  async keepNames(): Promise<void> {
    await this.client.query(KEEP_NAME_KEYS, [storeNames().reader.version]);
    if (!this.isKeyed) await this.client.query(LEAVE_NAME_KEYS);
  }

  /** @returns how many stores became inactive */
  async deactivateMissing(into: RecordedImport): Promise<number> {
    const { rowCount } = await this.client.query(DEACTIVATE_MISSING, [into.id, into.at]);
    return rowCount ?? 0;
  }

  async complete(
    into: RecordedImport,
    counts: ImportCounts,
    rejects: readonly Reject[],
  ): Promise<CompletedImport> {
    const { rows, inserted, updated, unchanged, rejected, deactivated } = counts;
    const values = [rows, inserted, updated, unchanged, rejected, deactivated, JSON.stringify(rejects)];
    const { rows: completed } = await this.client.query<CompletedImport>(COMPLETE_IMPORT, [
      into.id,
      ...values,
      this.isKeyed,
    ]);
    return completed[0] as CompletedImport;
  }

  /** Makes it true, with the entry in the audit log that tells who did it. */
  async commit(into: RecordedImport, by: Caller): Promise<void> {
    // Rules may have changed meanwhile. From here on they cannot, until all this is there to be seen.
    await this.client.query(ADMIT_CATEGORIES, [this.current?.wanted ?? 0]);
    await this.client.query(AUDIT_IMPORT, [into.id, ...actorValues(by)]);
    await this.client.query('COMMIT');
    // Until autovacuum comes by, plans for a table that has just been filled would be guesses. The
    // stores are loaded by now, whatever becomes of this.
    await this.client.query('ANALYZE (SKIP_LOCKED) stores, store_names, store_words').catch(() => undefined);
    // What waits to be sorted into the indexes would be read by every search until then.
    await this.client.query(SORT_INTO_INDEXES).catch(() => undefined);
  }

  /** Undoes what was not committed. */
  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

function askerOf(client: pg.Client): Ask {
  return async <Row>(text: string, values: readonly unknown[]) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  };
}
