import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_WEBHOOK_URL } from '../../outbound/webhook-url.js';
import { EVENTS, type Endpoint, type IssuedEndpoint, type WebhookEvent } from './endpoint.js';
import { MAX_DESCRIPTION } from './endpoint-request.js';

const URL_FIELD = { maxLength: MAX_WEBHOOK_URL, example: 'https://example.com/hooks/jobs' };
const EVENTS_FIELD = {
  type: 'array' as const,
  items: { type: 'string' as const, enum: [...EVENTS] },
  minItems: 1,
  example: ['job.settled'],
};
const DESCRIPTION_FIELD = { maxLength: MAX_DESCRIPTION, example: 'Billing' };

export class CreateWebhookRequest {
  /** http or https, without user name and password. */
  @ApiProperty(URL_FIELD)
  readonly url!: string;

  /** `job.settled`: every job whose last image is settled; `job.failed`: those of them with images that failed or were cancelled. */
  @ApiProperty(EVENTS_FIELD)
  readonly events!: WebhookEvent[];

  /** For people. */
  @ApiPropertyOptional({ ...DESCRIPTION_FIELD, default: '' })
  readonly description?: string;
}

/** What is not mentioned stays as it is. */
export class ChangeWebhookRequest {
  /** What still waits goes to the new address, too. */
  @ApiPropertyOptional(URL_FIELD)
  readonly url?: string;

  @ApiPropertyOptional(EVENTS_FIELD)
  readonly events?: WebhookEvent[];

  @ApiPropertyOptional(DESCRIPTION_FIELD)
  readonly description?: string;

  /** `false`: nothing is sent any more, and what still waits has failed. */
  @ApiPropertyOptional({ example: true })
  readonly enabled?: boolean;
}

/** A receiver of events, without its secret. */
export class WebhookDto {
  /** @example "3" */
  readonly id!: string;

  @ApiProperty(URL_FIELD)
  readonly url!: string;

  @ApiProperty(EVENTS_FIELD)
  readonly events!: WebhookEvent[];

  @ApiProperty(DESCRIPTION_FIELD)
  readonly description!: string;

  /** @example true */
  readonly enabled!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly disabled_at!: string | null;

  /** Why nothing is sent to it, in a sentence. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly disabled_reason!: string | null;

  /** Since when nothing has reached it; null while all is well. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly failing_since!: string | null;

  /** Until when messages are signed with the secret before the last rotation, too. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly old_secret_until!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /**
   * Name of the API key that registered it; `open` where none was needed.
   * @example "admin"
   */
  readonly created_by!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly updated_at!: string;
}

/** A receiver with the secret that signs what it gets from now on. */
export class IssuedWebhookDto extends WebhookDto {
  /**
   * By the Standard Webhooks scheme; told only here.
   * @example "whsec_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M="
   */
  readonly secret!: string;
}

/** One page of webhooks, newest first. */
export class WebhookPageDto {
  readonly webhooks!: WebhookDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toWebhookDto(endpoint: Endpoint): WebhookDto {
  return {
    id: endpoint.id,
    url: endpoint.url,
    events: [...endpoint.events],
    description: endpoint.description,
    enabled: endpoint.enabled,
    disabled_at: endpoint.disabledAt?.toISOString() ?? null,
    disabled_reason: endpoint.disabledReason,
    failing_since: endpoint.failingSince?.toISOString() ?? null,
    old_secret_until: endpoint.oldSecretUntil?.toISOString() ?? null,
    created_at: endpoint.createdAt.toISOString(),
    created_by: endpoint.createdBy,
    updated_at: endpoint.updatedAt.toISOString(),
  };
}

export function toIssuedWebhookDto({ endpoint, secret }: IssuedEndpoint): IssuedWebhookDto {
  return { ...toWebhookDto(endpoint), secret };
}
