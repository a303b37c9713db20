import { ApiProperty } from '@nestjs/swagger';
import { InvalidInputError } from '../../common/domain-error.js';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { timeRangeFrom } from '../../common/http/time-range.js';
import { quote } from '../../common/quote.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';
import type { AuditFilter } from './audit.repository.js';
import { AUDIT_ACTIONS, type AuditAction } from './record-by.js';

/** A change somebody made. */
export class AuditEntryDto {
  /** @example "5012" */
  readonly id!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly at!: string;

  /** The API key that was used; null where none was needed. */
  @ApiProperty({ type: String, nullable: true, example: '3' })
  readonly key_id!: string | null;

  /**
   * Name of that key; `open`, `cli` or `start` where none was needed.
   * @example "field-app"
   */
  readonly actor!: string;

  @ApiProperty({ enum: AUDIT_ACTIONS, example: 'job.submitted' })
  readonly action!: AuditAction;

  /**
   * Id of what was changed: of the job, the retry, the import, the API key, the version of the rules; `all` for the pause of everything,
   * `filter` for the cancellation of many jobs, each of which has an entry of its own.
   * @example "128"
   */
  readonly subject!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { visits: 25, images: 200 },
  })
  readonly detail!: Record<string, unknown> | null;

  /** Where the request came from; null on the command line. */
  @ApiProperty({ type: String, nullable: true, example: '203.0.113.7' })
  readonly address!: string | null;

  /** `X-Request-Id` of the request, which the logs have too. */
  @ApiProperty({ type: String, nullable: true, example: 'a2c1f1de-6e4f-4b8e-9d6c-1f3a5b7c9d0e' })
  readonly request_id!: string | null;
}

/** One page of the audit log, newest first. */
export class AuditPageDto {
  readonly entries!: AuditEntryDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

/** @throws InvalidInputError naming the value that does not fit */
export function auditFilterFrom(query: Query): AuditFilter {
  const keyId = textFrom(query, 'key_id');
  if (keyId !== undefined && !/^\d{1,18}$/.test(keyId)) {
    throw new InvalidInputError(`"key_id" must be the id of an API key, not ${quote(keyId)}.`);
  }
  return {
    keyId,
    action: wordFrom(query, 'action', AUDIT_ACTIONS),
    subject: textFrom(query, 'subject'),
    at: timeRangeFrom(query, 'from', 'to'),
  };
}

export function toAuditEntryDto({ keyId, requestId, at, ...entry }: AuditEntryEntity): AuditEntryDto {
  const { id, actor, action, subject, detail, address } = entry;
  return {
    id,
    at: at.toISOString(),
    key_id: keyId,
    actor,
    action,
    subject,
    detail,
    address,
    request_id: requestId,
  };
}
