import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { serverConfig, type ServerConfig } from '../../config/server.config.js';
import { sampleUrls } from '../../outbound/sample-pictures.js';
import { SamplesDto } from '../dto/samples.dto.js';

@ApiTags('submit and status')
@Requires('submit')
@Controller('api/samples')
export class SamplesController {
  private readonly urls: readonly string[];

  constructor(@Inject(serverConfig.KEY) { publicUrl }: ServerConfig) {
    this.urls = [...sampleUrls(publicUrl)].sort();
  }

  /**
   * Pictures to try the service with. They come with it, so a job over them works without internet; only under these
   * addresses does the service fetch anything from itself.
   */
  @Get()
  @ApiOperation({ operationId: 'samples' })
  list(): SamplesDto {
    return { image_urls: [...this.urls] };
  }
}
