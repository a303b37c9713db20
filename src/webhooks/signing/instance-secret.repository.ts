import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { newSecret, OVERLAP_HOURS } from './secret.js';

const ROTATE = `
  WITH rotated AS (
    UPDATE webhook_secret SET old_secret = secret, old_secret_until = now() + interval '${OVERLAP_HOURS} hours',
      secret = $1, created_at = now()
    RETURNING secret
  ), audit AS (
    ${recordBy(2, 'webhook.rotated')}, 'callback_url', NULL::jsonb FROM rotated
  )
  SELECT secret FROM rotated`;

/** The secret that signs what goes to a job's callback_url: one for all processes, made on first need. */
@Injectable()
export class InstanceSecretRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The secrets that sign now, the newest first: one, or two for a day after a rotation. */
  async current(): Promise<string[]> {
    const stored = await this.read();
    if (stored) return stored;
    // Of processes that need it at the same time, one makes it.
    await this.dataSource.query('INSERT INTO webhook_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING', [
      newSecret(),
    ]);
    return (await this.read()) ?? [];
  }

  /** @returns the new secret; the old one signs beside it for a day */
  async rotate(by: Caller): Promise<string> {
    await this.current();
    const [row] = await this.dataSource.query<[{ secret: string }]>(ROTATE, [
      newSecret(),
      ...actorValues(by),
    ]);
    return row.secret;
  }

  private async read(): Promise<string[] | undefined> {
    const [row] = await this.dataSource.query<{ secrets: string[] }[]>(
      `SELECT array_remove(ARRAY[secret, CASE WHEN old_secret_until > now() THEN old_secret END], NULL) AS secrets
       FROM webhook_secret`,
    );
    return row?.secrets;
  }
}
