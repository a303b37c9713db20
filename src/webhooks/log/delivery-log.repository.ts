import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { actorValues, recordBy } from '../../access/audit/record-by.js';
import type { Caller } from '../../access/caller.js';
import { cutPage, type Page } from '../../common/cursor.js';
import type { Payload } from '../delivery/delivery.js';
import { hostOf } from '../outbox/publish.sql.js';
import type { DeliveryDetail, DeliveryFilter, LoggedAttempt, LoggedDelivery } from './logged-delivery.js';

const COLUMNS = `id, message_id AS "messageId", endpoint_id AS "endpointId", job_id AS "jobId", type, url, state, attempts,
  next_attempt_at AS "nextAttemptAt", last_status AS "lastStatus", last_error AS "lastError",
  created_at AS "createdAt", delivered_at AS "deliveredAt"`;

/** A new round: it is due now, and again by the schedule if that fails. */
const RESEND = `
  WITH delivery AS (
    UPDATE webhook_deliveries SET state = 'pending', next_attempt_at = now(), tries = 0, failing_since = NULL
    WHERE id = $1 RETURNING *
  ), audit AS (
    ${recordBy(2, 'delivery.resent')}, id::text, jsonb_build_object('endpoint_id', endpoint_id::text) FROM delivery
  )
  SELECT ${COLUMNS} FROM delivery`;

const TEST = `
  WITH delivery AS (
    INSERT INTO webhook_deliveries (endpoint_id, type, url, host, payload)
    SELECT id, $2, url, ${hostOf('url')}, $3 FROM webhook_endpoints WHERE id = $1 AND enabled
    RETURNING *
  )
  SELECT ${COLUMNS} FROM delivery`;

@Injectable()
export class DeliveryLogRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Deliveries older than one of them, newest first. */
  async findPage(
    { jobId, endpointId, state }: DeliveryFilter,
    beforeId: string | undefined,
    limit: number,
  ): Promise<Page<LoggedDelivery>> {
    const params: unknown[] = [limit + 1];
    const conditions: string[] = ['true'];
    const narrow = (value: unknown, condition: (parameter: string) => string) => {
      if (value !== undefined) conditions.push(condition(`$${params.push(value)}`));
    };
    narrow(jobId, (parameter) => `job_id = ${parameter}`);
    narrow(endpointId, (parameter) => `endpoint_id = ${parameter}`);
    narrow(beforeId, (parameter) => `id < ${parameter}`);
    // Not a parameter: the few that wait or failed are found by their own index. The word is one of three.
    if (state) conditions.push(`state = '${state}'`);
    const rows = await this.dataSource.query<LoggedDelivery[]>(
      `SELECT ${COLUMNS} FROM webhook_deliveries WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $1`,
      params,
    );
    return cutPage(rows, limit, ({ id }) => [id]);
  }

  async find(id: string): Promise<DeliveryDetail | undefined> {
    const [delivery] = await this.dataSource.query<DeliveryDetail['delivery'][]>(
      `SELECT ${COLUMNS}, payload FROM webhook_deliveries WHERE id = $1`,
      [id],
    );
    if (!delivery) return undefined;
    const attempts = await this.dataSource.query<LoggedAttempt[]>(
      `SELECT attempt, at, status, ms, error, answer FROM webhook_attempts WHERE delivery_id = $1 ORDER BY attempt`,
      [id],
    );
    return { delivery, attempts };
  }

  async resend(id: string, by: Caller): Promise<LoggedDelivery | undefined> {
    const [delivery] = await this.dataSource.query<LoggedDelivery[]>(RESEND, [id, ...actorValues(by)]);
    return delivery;
  }

  /** @returns undefined when the endpoint is not there or not enabled */
  async createTest(endpointId: string, payload: Payload): Promise<LoggedDelivery | undefined> {
    const values = [endpointId, payload.type, JSON.stringify(payload)];
    const [delivery] = await this.dataSource.query<LoggedDelivery[]>(TEST, values);
    return delivery;
  }
}
