import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { DatabaseConfig } from '../config/database.config.js';

/**
 * A lock that one process of all holds, on a connection of its own: when the
 * process or its connection dies, Postgres frees the lock and another takes over.
 */
export class AdvisoryLock {
  private readonly log = new Logger('Lock');
  private client?: pg.Client;

  constructor(
    private readonly config: DatabaseConfig,
    /** Any number that nothing else in the database locks. */
    private readonly key: number,
  ) {}

  /** Whether the lock is held, as far as is known; a broken connection shows at once. */
  get held(): boolean {
    return this.client !== undefined;
  }

  /** Tries to get the lock, or proves that it is still held. Never waits for another holder. */
  async acquire(): Promise<boolean> {
    if (this.client) return this.stillHeld(this.client);
    const client = new pg.Client({
      connectionString: this.config.url,
      connectionTimeoutMillis: this.config.connectTimeoutMs,
      query_timeout: this.config.connectTimeoutMs,
      keepAlive: true,
      application_name: 'smp dispatcher',
    });
    const forget = () => this.forget(client);
    client.on('error', forget).on('end', forget);
    try {
      await client.connect();
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
        this.key,
      ]);
      if (rows[0]?.locked) this.client = client;
    } finally {
      if (this.client !== client) await client.end().catch(() => undefined);
    }
    return this.held;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async stillHeld(client: pg.Client): Promise<boolean> {
    try {
      await client.query('SELECT 1');
    } catch {
      this.forget(client);
      client.end().catch(() => undefined);
    }
    return this.held;
  }

  private forget(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.log.warn('The connection that held the lock was lost');
  }
}
