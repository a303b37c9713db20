import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { runPrepared } from '../../database/prepared.js';
import { actorValues, recordBy } from '../audit/record-by.js';
import type { Caller } from '../caller.js';
import type { KeyHolder } from '../keys/api-key.js';

const FIND = {
  name: 'find-session',
  text: `SELECT key.id, key.name, key.scopes,
      coalesce(key.last_used_at < now() - interval '1 minute', true) AS "useIsOld"
    FROM sessions session JOIN api_keys key ON key.id = session.key_id
    WHERE session.token_hash = $1 AND session.expires_at > now() AND key.revoked_at IS NULL`,
};

/** Sessions that are over go when the next one begins. */
const START = `
  WITH swept AS (
    DELETE FROM sessions WHERE expires_at <= now()
  ), session AS (
    INSERT INTO sessions (token_hash, key_id, expires_at)
    SELECT $1, id, now() + make_interval(hours => $2) FROM api_keys WHERE id = $3::bigint AND revoked_at IS NULL
    RETURNING key_id
  ), audit AS (
    ${recordBy(3, 'session.started')}, key_id::text, NULL FROM session
  )
  SELECT key_id FROM session`;

const END = `
  WITH session AS (
    DELETE FROM sessions USING api_keys key WHERE token_hash = $1 AND key.id = key_id
    RETURNING key_id
  ), audit AS (
    ${recordBy(2, 'session.ended')}, key_id::text, NULL FROM session
  )
  SELECT key_id FROM session`;

@Injectable()
export class SessionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whose session this is, unless it is over. */
  async find(tokenHash: Buffer): Promise<KeyHolder | undefined> {
    const [holder] = await runPrepared<KeyHolder>(this.dataSource, FIND, [tokenHash]);
    return holder;
  }

  /** @returns false when the caller's key was revoked a moment ago */
  async start(tokenHash: Buffer, hours: number, by: Caller): Promise<boolean> {
    const rows = await this.dataSource.query<object[]>(START, [tokenHash, hours, ...actorValues(by)]);
    return rows.length > 0;
  }

  /** Ends the session if it is still there. */
  async end(tokenHash: Buffer, by: Caller): Promise<void> {
    await this.dataSource.query(END, [tokenHash, ...actorValues(by)]);
  }
}
