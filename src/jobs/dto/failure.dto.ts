import { ApiProperty } from '@nestjs/swagger';
import type { NumberedFailure } from '../reading/image-list.repository.js';

/** An image of a job that could not be measured in its newest run. */
export class FailureDto {
  /** 1, 2, 3 .. in the order in which the failures of the job were found. */
  @ApiProperty({ type: 'integer', minimum: 1, example: 57 })
  readonly failure_no!: number;

  /** @example "RP00001" */
  readonly store_id!: string;

  /** @example "https://example.com/1.jpg" */
  readonly image_url!: string;

  /** @example "HTTP_404" */
  readonly code!: string;

  @ApiProperty({
    example:
      'The image "https://example.com/1.jpg" of store "RP00001" could not be downloaded: its server answered 404 (Not Found).',
  })
  readonly error!: string;
}

/** One page of the failures of a job. */
export class FailurePageDto {
  readonly failures!: FailureDto[];

  /** Cursor of the next page; null ends the list. */
  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;
}

export function toFailureDto({ failureNo, storeId, url, code, error }: NumberedFailure): FailureDto {
  return { failure_no: failureNo, store_id: storeId, image_url: url, code, error };
}
