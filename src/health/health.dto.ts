import { ApiProperty } from '@nestjs/swagger';

/** Whether the process runs. */
export class LivenessDto {
  @ApiProperty({ enum: ['ok'] })
  readonly status!: 'ok';
}

/** Whether the process can do its work, and what is missing. */
export class ReadinessDto {
  /** `degraded`: jobs are taken and kept, but wait until Redis is back. */
  @ApiProperty({ enum: ['ok', 'degraded', 'unavailable'], example: 'ok' })
  readonly status!: 'ok' | 'degraded' | 'unavailable';

  @ApiProperty({ enum: ['up', 'down'], example: 'up' })
  readonly database!: 'up' | 'down';

  /** Whether the schema is the one this build needs. */
  @ApiProperty({ enum: ['applied', 'missing'], example: 'applied' })
  readonly migrations!: 'applied' | 'missing';

  @ApiProperty({ enum: ['up', 'down'], example: 'up' })
  readonly redis!: 'up' | 'down';
}
