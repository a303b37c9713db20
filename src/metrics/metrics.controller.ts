import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RequiresUnlessLocal } from '../access/requires.js';
import { MetricsService } from './metrics.service.js';

@ApiTags('operations')
@RequiresUnlessLocal('read')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  /** Figures for Prometheus. Where only this machine can connect, they need no key. */
  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'smp_images_total{result="measured",code=""} 200' } })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
