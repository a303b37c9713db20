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
  private locked = false;

  constructor(
    private readonly config: DatabaseConfig,
    /** One of `LOCKS`. */
    private readonly key: number,
  ) {}

  /** Whether the lock is held, as far as is known; a broken connection shows at once. */
  get held(): boolean {
    return this.locked;
  }

  /** Tries to get the lock, or proves that it is still held. Never waits for another holder. */
  async acquire(): Promise<boolean> {
    const client = this.client ?? (await this.connect());
    try {
      const statement = this.locked
        ? 'SELECT true AS locked'
        : `SELECT pg_try_advisory_lock(${this.key}) AS locked`;
      const { rows } = await client.query<{ locked: boolean }>(statement);
      this.locked = this.client === client && rows[0]?.locked === true;
    } catch (error) {
      this.forget(client);
      client.end().catch(() => undefined);
      throw error;
    }
    return this.locked;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.locked = false;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.url,
      connectionTimeoutMillis: this.config.connectTimeoutMs,
      query_timeout: this.config.connectTimeoutMs,
      keepAlive: true,
      application_name: 'smp lock',
    });
    const forget = () => this.forget(client);
    client.on('error', forget).on('end', forget);
    await client.connect();
    this.client = client;
    return client;
  }

  private forget(client: pg.Client): void {
    if (this.client !== client) return;
    if (this.locked) this.log.warn('The connection that held the lock was lost');
    this.client = undefined;
    this.locked = false;
  }
}
