import pg from 'pg';
import type { DatabaseConfig } from '../../config/database.config.js';
import { ExportAbandonedError } from './export.errors.js';
import type { Statement } from './export.sql.js';

/** Rows that are fetched, and held, at a time: writing them as XLSX keeps others waiting for some 4 ms. */
const BATCH = 100;

/** For one statement: counting the rows takes longest. */
export const STATEMENT_SECONDS = 120;

/** A client that takes no rows for so long is given up: an open transaction keeps Postgres from tidying up. */
const IDLE_MS = 60_000;

/** As Postgres lists it. */
const APPLICATION = 'smp-export';

/**
 * One export in one read-only transaction, which sees one state of the database
 * from beginning to end, on a connection of its own: exports take none of those
 * that everybody else waits for.
 */
export class ExportSession {
  /** Aborted when the connection is lost before it was closed, or the database gave it up. */
  readonly lost: AbortSignal;
  private running = false;
  private closed = false;

  private constructor(
    private readonly client: pg.Client,
    private readonly config: DatabaseConfig,
    private readonly backendPid: number,
  ) {
    const lost = new AbortController();
    this.lost = lost.signal;
    const notice = () => {
      if (!this.closed) lost.abort();
    };
    client.on('error', notice).on('end', notice);
  }

  static async begin(config: DatabaseConfig): Promise<ExportSession> {
    const client = connection(config);
    try {
      await client.connect();
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // Of a plan that was meant to run for long the first rows would wait for a compiler.
      await client.query('SET LOCAL jit = off');
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return new ExportSession(client, config, rows[0]?.pid ?? 0);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async one<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row> {
    return (await this.query<Row>(statement))[0] as Row;
  }

  /** Fetches rows as fast as they are taken; the connection is free after the last one. */
  async *batches<Row extends pg.QueryResultRow>({ text, values }: Statement): AsyncGenerator<Row[]> {
    try {
      await this.query({ text: `DECLARE rows NO SCROLL CURSOR FOR ${text}`, values });
      for (;;) {
        const rows = await this.query<Row>({ text: `FETCH ${BATCH} FROM rows`, values: [] });
        if (rows.length > 0) yield rows;
        if (rows.length < BATCH) return;
      }
    } finally {
      await this.close();
    }
  }

  /** Frees the connection at once, and ends a statement that is still under way. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const wasRunning = this.running;
    await this.client.end().catch(() => undefined);
    // Postgres would notice only when it has the first row.
    if (wasRunning) await this.terminate().catch(() => undefined);
  }

  private async query<Row extends pg.QueryResultRow>({ text, values }: Statement): Promise<Row[]> {
    this.running = true;
    try {
      return (await this.client.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw this.closed ? new ExportAbandonedError() : error;
    } finally {
      this.running = false;
    }
  }

  private async terminate(): Promise<void> {
    const other = connection(this.config);
    await other.connect();
    await other
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND application_name = $2`,
        [this.backendPid, APPLICATION],
      )
      .finally(() => other.end());
  }
}

function connection({ url, connectTimeoutMs }: DatabaseConfig): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: STATEMENT_SECONDS * 1_000,
    // For a server that no longer answers at all.
    query_timeout: STATEMENT_SECONDS * 1_000 + 5_000,
    idle_in_transaction_session_timeout: IDLE_MS,
    keepAlive: true,
    application_name: APPLICATION,
  });
  // A connection that breaks fails the statement under way; that is where it is dealt with.
  client.on('error', () => undefined);
  return client;
}
