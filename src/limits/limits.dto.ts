import { ApiProperty } from '@nestjs/swagger';
import { UNITS, type Unit } from './limits-in-force.js';

/** One limit, or another setting that callers meet. */
export class LimitDto {
  /**
   * The setting to change, unless the description says that there is none.
   * @example "SUBMIT_MAX_BYTES"
   */
  readonly name!: string;

  @ApiProperty({ oneOf: [{ type: 'integer' }, { type: 'string' }], example: 33554432 })
  readonly value!: number | string;

  /** What the value is counted in; null for a word. */
  @ApiProperty({ type: String, enum: [...UNITS, null], nullable: true, example: 'bytes' })
  readonly unit!: Unit | null;

  /** @example "Largest body of a submit, unpacked." */
  readonly description!: string;
}

export class LimitsDto {
  /** In the order of a job's way through the service. */
  readonly limits!: LimitDto[];
}
