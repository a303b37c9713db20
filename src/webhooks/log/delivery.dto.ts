import { ApiProperty } from '@nestjs/swagger';
import { textFrom, wordFrom, type Query } from '../../common/http/query.js';
import { InvalidInputError } from '../../common/domain-error.js';
import { quote } from '../../common/quote.js';
import {
  DELIVERY_STATES,
  type DeliveryDetail,
  type DeliveryFilter,
  type DeliveryState,
  type LoggedAttempt,
  type LoggedDelivery,
} from './logged-delivery.js';

const PAYLOAD_EXAMPLE = {
  type: 'job.settled',
  timestamp: '2026-03-01T09:31:00.000Z',
  data: {
    job_id: '128',
    status: 'failed',
    state: 'failed',
    progress: { total: 200, processed: 198, failed: 2, cancelled: 0, pending: 0, percent: 100 },
    error_count: 2,
    reference: 'north-route-2026-03-01',
    labels: { team: 'north' },
    run: 0,
    created_at: '2026-03-01T09:30:00.000Z',
    settled_at: '2026-03-01T09:31:00.000Z',
  },
};

/** What somebody was to be told, and how that went. */
export class DeliveryDto {
  /** @example "77" */
  readonly id!: string;

  /**
   * Sent as `webhook-id`, the same at every attempt: a receiver that gets it twice knows by it.
   * @example "msg_1c9f0e5d3a7b4f6e8d2c5b1a9e7f3d60"
   */
  readonly message_id!: string;

  /** The webhook it goes to; null for the `callback_url` of a job. */
  @ApiProperty({ type: String, nullable: true, example: '3' })
  readonly endpoint_id!: string | null;

  /** The job it is about; null for a test. */
  @ApiProperty({ type: String, nullable: true, example: '128' })
  readonly job_id!: string | null;

  @ApiProperty({ enum: ['job.settled', 'job.failed', 'webhook.test'], example: 'job.settled' })
  readonly type!: string;

  /** @example "https://example.com/hooks/jobs" */
  readonly url!: string;

  /** `failed` after the last attempt, or when its webhook was disabled or deleted. */
  @ApiProperty({ enum: DELIVERY_STATES, example: 'delivered' })
  readonly state!: DeliveryState;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1 })
  readonly attempts!: number;

  /** When it is tried next; also after an attempt that is under way, in case that comes to nothing. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly next_attempt_at!: string | null;

  /** HTTP status of the last attempt; null when there was no answer. */
  @ApiProperty({ type: 'integer', nullable: true, example: 204 })
  readonly last_status!: number | null;

  /** What was wrong at the last attempt, in a sentence. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly last_error!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:31:00.400Z' })
  readonly created_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:31:00.700Z' })
  readonly delivered_at!: string | null;
}

/** One attempt to deliver something. */
export class DeliveryAttemptDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly attempt!: number;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:31:00.500Z' })
  readonly at!: string;

  /** HTTP status; null when there was no answer. */
  @ApiProperty({ type: 'integer', nullable: true, example: 204 })
  readonly status!: number | null;

  /** How long it took, in milliseconds. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 180 })
  readonly ms!: number;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly error!: string | null;

  /** The first 2,048 bytes of the answer's body. */
  @ApiProperty({ type: String, nullable: true, example: 'ok' })
  readonly answer!: string | null;
}

/** A delivery with what was sent, and every attempt. */
export class DeliveryDetailDto extends DeliveryDto {
  /** What is sent, as JSON. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: PAYLOAD_EXAMPLE })
  readonly payload!: object;

  /** Oldest first. */
  readonly log!: DeliveryAttemptDto[];
}

/** One page of deliveries, newest first. */
export class DeliveryPageDto {
  readonly deliveries!: DeliveryDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

/** @throws InvalidInputError naming the value that does not fit */
export function deliveryFilterFrom(query: Query): DeliveryFilter {
  const jobId = textFrom(query, 'job_id');
  if (jobId !== undefined && !/^\d{1,18}$/.test(jobId)) {
    throw new InvalidInputError(`"job_id" must be the id of a job, not ${quote(jobId)}.`);
  }
  return { jobId, state: wordFrom(query, 'state', DELIVERY_STATES) };
}

export function toDeliveryDto(delivery: LoggedDelivery): DeliveryDto {
  return {
    id: delivery.id,
    message_id: delivery.messageId,
    endpoint_id: delivery.endpointId,
    job_id: delivery.jobId,
    type: delivery.type,
    url: delivery.url,
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
    last_status: delivery.lastStatus,
    last_error: delivery.lastError,
    created_at: delivery.createdAt.toISOString(),
    delivered_at: delivery.deliveredAt?.toISOString() ?? null,
  };
}

export function toDeliveryDetailDto({ delivery, attempts }: DeliveryDetail): DeliveryDetailDto {
  return { ...toDeliveryDto(delivery), payload: delivery.payload, log: attempts.map(toAttemptDto) };
}

function toAttemptDto({ at, ...attempt }: LoggedAttempt): DeliveryAttemptDto {
  const { attempt: number, status, ms, error, answer } = attempt;
  return { attempt: number, at: at.toISOString(), status, ms, error, answer };
}
