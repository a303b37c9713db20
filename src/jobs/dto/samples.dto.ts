import { ApiProperty } from '@nestjs/swagger';

/** The pictures that the service ships. */
export class SamplesDto {
  /** Addresses for the `image_url` of a submit. */
  @ApiProperty({
    type: [String],
    example: ['http://localhost:8081/samples/shelf-1.jpg', 'http://localhost:8081/samples/shelf-2.png'],
  })
  readonly image_urls!: string[];
}
