import { ApiProperty } from '@nestjs/swagger';

/** Whether anything is started at all. */
export class DispatchDto {
  /** @example false */
  readonly paused!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly paused_at!: string | null;

  /** Name of the API key; `open` while the service is open to everybody. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly paused_by!: string | null;
}
