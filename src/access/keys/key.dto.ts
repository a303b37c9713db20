import { ApiProperty } from '@nestjs/swagger';
import { SCOPES, type Scope } from '../scope.js';
import type { ApiKey } from './api-key.js';
import { MAX_NAME } from './key-request.js';
import type { IssuedKey } from './keys.service.js';

const ANY_SCOPES = {
  type: 'array' as const,
  items: { type: 'string' as const, enum: [...SCOPES] },
  minItems: 1,
  example: ['read', 'submit'],
};

export class CreateKeyRequest {
  /** For people: who or what uses the key. */
  @ApiProperty({ minLength: 1, maxLength: MAX_NAME, example: 'field-app' })
  readonly name!: string;

  /** `admin` may do everything; `submit` does not include `read`. */
  @ApiProperty(ANY_SCOPES)
  readonly scopes!: Scope[];
}

/** An API key, without its text. */
export class KeyDto {
  /** @example "3" */
  readonly id!: string;

  /** @example "field-app" */
  readonly name!: string;

  @ApiProperty(ANY_SCOPES)
  readonly scopes!: Scope[];

  /**
   * The first characters of the key.
   * @example "smp_q3VwX9"
   */
  readonly prefix!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly created_at!: string;

  /**
   * Name of the key that made it; `cli`, `start` or `open` where there was none.
   * @example "first-admin"
   */
  readonly created_by!: string;

  /** To the minute; null when it was never used. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly last_used_at!: string | null;

  /** Since when it cannot be used any more; null while it can. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly revoked_at!: string | null;
}

/** A key that was just made. */
export class IssuedKeyDto extends KeyDto {
  /**
   * The key itself, told only here.
   * @example "smp_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M"
   */
  readonly key!: string;
}

/** One page of keys, newest first. */
export class KeyPageDto {
  readonly keys!: KeyDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toKeyDto(key: ApiKey): KeyDto {
  return {
    id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    prefix: key.prefix,
    created_at: key.createdAt.toISOString(),
    created_by: key.createdBy,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}

export function toIssuedKeyDto({ key, text }: IssuedKey): IssuedKeyDto {
  return { ...toKeyDto(key), key: text };
}
