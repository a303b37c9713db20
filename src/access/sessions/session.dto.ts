import { ApiProperty } from '@nestjs/swagger';
import type { AccessMode } from '../../config/access.config.js';
import { SCOPES, type Scope } from '../scope.js';

export class SignInRequest {
  /**
   * An API key.
   * @example "smp_q3VwX9u1kJ0b6mYzT4cRfWl8sHaE2nDgPvBtXoKiL5M"
   */
  readonly key!: string;
}

/** Who asks, and what that allows. */
export class SessionDto {
  /** `keys`: an API key is needed; `open`: not on this machine; `off`: nowhere. */
  @ApiProperty({ enum: ['open', 'keys', 'off'], example: 'keys' })
  readonly mode!: AccessMode;

  /** Name of the API key that was shown; null when there was none. */
  @ApiProperty({ type: String, nullable: true, example: 'head-office' })
  readonly name!: string | null;

  /** What the caller may do; `admin` includes the others. */
  @ApiProperty({ type: 'array', items: { type: 'string', enum: [...SCOPES] }, example: ['read'] })
  readonly scopes!: Scope[];
}
