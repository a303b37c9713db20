import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { cutPage, type Page } from '../../common/cursor.js';
import { hostOf } from '../outbox/publish.sql.js';
import { OVERLAP_HOURS } from '../signing/secret.js';
import type { Endpoint, EndpointChanges, EndpointFields } from './endpoint.js';

const COLUMNS = `id, url, events, description, created_by AS "createdBy", enabled, disabled_at AS "disabledAt",
  disabled_reason AS "disabledReason", failing_since AS "failingSince",
  CASE WHEN old_secret_until > now() THEN old_secret_until END AS "oldSecretUntil",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** The log of changes names the host alone: the path of such a URL is often a secret. */
const HOST = hostOf('url');

const INSERT = `
  WITH endpoint AS (
    INSERT INTO webhook_endpoints (url, events, description, created_by, secret)
    VALUES ($1, $2, $3, $4, $5) RETURNING *
  ), audit AS (
    ${recordBy(6, 'webhook.created')}, id::text, jsonb_build_object('host', ${HOST}, 'events', events) FROM endpoint
  )
  SELECT ${COLUMNS} FROM endpoint`;

/** Enabling it again begins with a clean slate; disabling a disabled one keeps the reason it has. */
const CHANGE = `
  WITH endpoint AS (
    UPDATE webhook_endpoints SET
      url = coalesce($2, url), events = coalesce($3, events), description = coalesce($4, description),
      enabled = coalesce($5, enabled),
      disabled_at = CASE WHEN coalesce($5, enabled) THEN NULL ELSE coalesce(disabled_at, now()) END,
      disabled_reason = CASE WHEN coalesce($5, enabled) THEN NULL ELSE coalesce(disabled_reason, $6) END,
      failing_since = CASE WHEN $5 AND NOT enabled THEN NULL ELSE failing_since END,
      updated_at = now()
    WHERE id = $1 RETURNING *
  ), audit AS (
    ${recordBy(7, 'webhook.changed')}, id::text,
      jsonb_build_object('host', ${HOST}, 'events', events, 'enabled', enabled) FROM endpoint
  )
  SELECT ${COLUMNS} FROM endpoint`;

/** The secret before the old one ends at once: two are valid at the most. */
const ROTATE = `
  WITH endpoint AS (
    UPDATE webhook_endpoints SET old_secret = secret, old_secret_until = now() + interval '${OVERLAP_HOURS} hours',
      secret = $2, updated_at = now()
    WHERE id = $1 RETURNING *
  ), audit AS (
    ${recordBy(3, 'webhook.rotated')}, id::text, NULL::jsonb FROM endpoint
  )
  SELECT ${COLUMNS} FROM endpoint`;

const DELETE = `
  WITH endpoint AS (
    DELETE FROM webhook_endpoints WHERE id = $1 RETURNING id, url
  ), audit AS (
    ${recordBy(2, 'webhook.deleted')}, id::text, jsonb_build_object('host', ${HOST}) FROM endpoint
  )
  SELECT id FROM endpoint`;

@Injectable()
export class EndpointsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async create({ url, events, description }: EndpointFields, secret: string, by: Caller): Promise<Endpoint> {
    const values = [url, events, description, by.name, secret, ...actorValues(by)];
    const [endpoint] = await this.dataSource.query<[Endpoint]>(INSERT, values);
    return endpoint;
  }

  /** @returns undefined when there is no such endpoint, as all below */
  async change(id: string, changes: EndpointChanges, by: Caller): Promise<Endpoint | undefined> {
    const { url = null, events = null, description = null, enabled = null } = changes;
    const reason = `It was disabled by ${by.name}.`;
    return this.one(CHANGE, [id, url, events, description, enabled, reason, ...actorValues(by)]);
  }

  async rotate(id: string, secret: string, by: Caller): Promise<Endpoint | undefined> {
    return this.one(ROTATE, [id, secret, ...actorValues(by)]);
  }

  async delete(id: string, by: Caller): Promise<boolean> {
    return (await this.one(DELETE, [id, ...actorValues(by)])) !== undefined;
  }

  async find(id: string): Promise<Endpoint | undefined> {
    return this.one(`SELECT ${COLUMNS} FROM webhook_endpoints WHERE id = $1`, [id]);
  }

  /** Endpoints older than one of them, newest first. */
  async findPage(beforeId: string | undefined, limit: number): Promise<Page<Endpoint>> {
    const rows = await this.dataSource.query<Endpoint[]>(
      `SELECT ${COLUMNS} FROM webhook_endpoints WHERE id < coalesce($1::bigint, 9223372036854775807)
       ORDER BY id DESC LIMIT $2`,
      [beforeId ?? null, limit + 1],
    );
    return cutPage(rows, limit, ({ id }) => [id]);
  }

  private async one(statement: string, values: readonly unknown[]): Promise<Endpoint | undefined> {
    const [endpoint] = await this.dataSource.query<Endpoint[]>(statement, [...values]);
    return endpoint;
  }
}
