import { ApiProperty } from '@nestjs/swagger';
import type { Backlog, StepCount, Worker } from '../figures/figures.repository.js';
import { STEPS, type Period, type Step } from '../figures/period.js';

/** Images that were settled, by what became of them; an image that was retried counts once for each run. */
export class SettledCountsDto {
  /** @example 1180 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly measured!: number;

  /** @example 20 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly failed!: number;

  /** Those that failed, by code. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    example: { HTTP_404: 18, IMAGE_DAMAGED: 2 },
  })
  readonly codes!: Record<string, number>;
}

/** One minute, hour or day. */
export class StepCountsDto extends SettledCountsDto {
  /** When it began. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:00.000Z' })
  readonly at!: string;
}

/** What was settled when, and what is left. */
export class StatsDto {
  /** The first minute that counts. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  readonly from!: string;

  /** The first minute that does not count any more. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T10:00:00.000Z' })
  readonly before!: string;

  @ApiProperty({ enum: STEPS, example: 'minute' })
  readonly step!: Step;

  readonly totals!: SettledCountsDto;

  /** In the order of time; where nothing was settled there is no row. */
  readonly rows!: StepCountsDto[];

  /**
   * Images of all jobs that are not settled right now.
   * @example 5400
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly backlog_images!: number;

  /**
   * Jobs that are not settled right now.
   * @example 3
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly active_jobs!: number;
}

/** A process that measures images. */
export class WorkerDto {
  /** New at every start of the process. */
  @ApiProperty({ format: 'uuid', example: '0b9f6c1e-6a0e-4c0f-9f0e-1d7c5a3b2e10' })
  readonly id!: string;

  /** @example "worker-7d9f" */
  readonly hostname!: string;

  @ApiProperty({ type: 'integer', example: 4711 })
  readonly pid!: number;

  @ApiProperty({ enum: ['all', 'worker'], example: 'worker' })
  readonly role!: string;

  /**
   * Images it can have under way at once.
   * @example 256
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly images_in_flight!: number;

  /**
   * Ranges of images it has claimed.
   * @example 8
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly leases!: number;

  /**
   * Images of these that have no result yet.
   * @example 311
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly images!: number;

  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:00:00.000Z' })
  readonly started_at!: string;

  /** Its last sign of life. */
  @ApiProperty({ format: 'date-time', example: '2026-03-01T09:30:01.500Z' })
  readonly heartbeat_at!: string;

  /** Heard of in the last ten seconds. */
  readonly alive!: boolean;
}

export class WorkersDto {
  /** Oldest first; one that stopped in order is not here any more, one that died for an hour. */
  readonly workers!: WorkerDto[];
}

export function toStatsDto(
  { from, before, step }: Period,
  counts: readonly StepCount[],
  backlog: Backlog,
): StatsDto {
  return {
    from: from.toISOString(),
    before: before.toISOString(),
    step,
    totals: sumOf(counts),
    rows: stepsOf(counts),
    backlog_images: backlog.images,
    active_jobs: backlog.jobs,
  };
}

function stepsOf(counts: readonly StepCount[]): StepCountsDto[] {
  const steps = new Map<string, StepCount[]>();
  for (const count of counts) {
    const at = count.at.toISOString();
    steps.set(at, [...(steps.get(at) ?? []), count]);
  }
  return [...steps].map(([at, ofStep]) => ({ at, ...sumOf(ofStep) }));
}

function sumOf(counts: readonly StepCount[]): SettledCountsDto {
  const codes: Record<string, number> = {};
  let measured = 0;
  let failed = 0;
  for (const { code, images } of counts) {
    if (code === '') measured += images;
    else {
      failed += images;
      codes[code] = (codes[code] ?? 0) + images;
    }
  }
  return { measured, failed, codes };
}

export function toWorkerDto({ imagesInFlight, startedAt, heartbeatAt, ...worker }: Worker): WorkerDto {
  const { id, hostname, pid, role, leases, images, alive } = worker;
  const times = { started_at: startedAt.toISOString(), heartbeat_at: heartbeatAt.toISOString() };
  return { id, hostname, pid, role, images_in_flight: imagesInFlight, leases, images, ...times, alive };
}
