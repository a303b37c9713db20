import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { cutPage, type Page } from '../../common/cursor.js';
import { LOCKS } from '../../database/locks.js';
import { runPrepared } from '../../database/prepared.js';
import { actorValues, recordBy } from '../audit/record-by.js';
import type { Caller } from '../caller.js';
import type { ApiKey, KeyHolder, NewKey } from './api-key.js';

const COLUMNS = `id, name, scopes, prefix, created_at AS "createdAt", created_by AS "createdBy",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

const INSERT = `
  WITH key AS (
    INSERT INTO api_keys (name, scopes, key_hash, prefix, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING *
  ), audit AS (
    ${recordBy(6, 'key.created')}, id::text, jsonb_build_object('name', name, 'scopes', scopes) FROM key
  )
  SELECT ${COLUMNS} FROM key`;

const REVOKE = `
  WITH key AS (
    UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id, name
  ), ended AS (
    DELETE FROM sessions USING key WHERE key_id = key.id
  ), audit AS (
    ${recordBy(2, 'key.revoked')}, id::text, jsonb_build_object('name', name) FROM key
  )
  SELECT id FROM key`;

/** What decides whether a key may go; `isLastAdmin` tells that no other one could make keys. */
const STANDING = `
  SELECT revoked_at IS NOT NULL AS "isRevoked", 'admin' = ANY (scopes) AND NOT EXISTS (
      SELECT FROM api_keys other WHERE other.id <> key.id AND other.revoked_at IS NULL AND 'admin' = ANY (other.scopes)
    ) AS "isLastAdmin"
  FROM api_keys key WHERE id = $1`;

const FIND_USABLE = {
  name: 'find-usable-key',
  text: `SELECT id, name, scopes, key_hash AS hash,
      coalesce(last_used_at < now() - interval '1 minute', true) AS "useIsOld"
    FROM api_keys WHERE key_hash = $1 AND revoked_at IS NULL`,
};

@Injectable()
export class KeysRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async create(key: NewKey, by: Caller): Promise<ApiKey> {
    return insert(this.dataSource.manager, key, by);
  }

  /** @returns undefined when there is a key already that has not been revoked; of several processes one creates */
  async createFirst(key: NewKey, by: Caller): Promise<ApiKey | undefined> {
    return this.alone(async (manager) => ((await hasUsable(manager)) ? undefined : insert(manager, key, by)));
  }

  /** @param keepAdmin leaves the last key that could make others alone */
  async revoke(id: string, keepAdmin: boolean, by: Caller): Promise<'revoked' | 'unknown' | 'last-admin'> {
    return this.alone(async (manager) => {
      const [key] = await manager.query<{ isRevoked: boolean; isLastAdmin: boolean }[]>(STANDING, [id]);
      if (!key) return 'unknown';
      if (keepAdmin && key.isLastAdmin && !key.isRevoked) return 'last-admin';
      await manager.query(REVOKE, [id, ...actorValues(by)]);
      return 'revoked';
    });
  }

  async hasUsable(): Promise<boolean> {
    return hasUsable(this.dataSource.manager);
  }

  /** Keys older than one of them, newest first, revoked ones too. */
  async findPage(beforeId: string | undefined, limit: number): Promise<Page<ApiKey>> {
    const rows = await this.dataSource.query<ApiKey[]>(
      `SELECT ${COLUMNS} FROM api_keys WHERE id < coalesce($1::bigint, 9223372036854775807) ORDER BY id DESC LIMIT $2`,
      [beforeId ?? null, limit + 1],
    );
    return cutPage(rows, limit, ({ id }) => [id]);
  }

  /** The key with this hash, unless it was revoked. */
  async findUsable(hash: Buffer): Promise<(KeyHolder & { readonly hash: Buffer }) | undefined> {
    const [key] = await runPrepared<KeyHolder & { hash: Buffer }>(this.dataSource, FIND_USABLE, [hash]);
    return key;
  }

  /** Notes that the key was used, unless that was done within the last minute. */
  async markUsed(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE api_keys SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /** Rules that look at all keys hold only while nobody else changes them. */
  private async alone<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.apiKeys]);
      return work(manager);
    });
  }
}

async function insert(manager: EntityManager, key: NewKey, by: Caller): Promise<ApiKey> {
  const { name, scopes, hash, prefix } = key;
  const values = [name, scopes, hash, prefix, by.name, ...actorValues(by)];
  const [row] = await manager.query<[ApiKey]>(INSERT, values);
  return row;
}

async function hasUsable(manager: EntityManager): Promise<boolean> {
  const [row] = await manager.query<[{ found: boolean }]>(
    'SELECT EXISTS (SELECT FROM api_keys WHERE revoked_at IS NULL) AS found',
  );
  return row.found;
}
