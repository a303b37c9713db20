import { Controller, Get } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { EXPORTS_AT_ONCE } from '../jobs/export/exports.service.js';
import { limitsInForce, type Settings } from './limits-in-force.js';
import { LimitsDto } from './limits.dto.js';

@ApiTags('operations')
@Requires('read')
@Controller('api/limits')
export class LimitsController {
  constructor(private readonly config: ConfigService<Settings, true>) {}

  /** The limits that are in force, from the settings of the process that answers; a worker elsewhere may have others. */
  @Get()
  @ApiOperation({ operationId: 'limits' })
  list(): LimitsDto {
    const settings = {
      server: this.config.get('server', { infer: true }),
      access: this.config.get('access', { infer: true }),
      limits: this.config.get('limits', { infer: true }),
      live: this.config.get('live', { infer: true }),
      jobs: this.config.get('jobs', { infer: true }),
      processing: this.config.get('processing', { infer: true }),
      webhooks: this.config.get('webhooks', { infer: true }),
      retention: this.config.get('retention', { infer: true }),
      exportsAtOnce: EXPORTS_AT_ONCE,
    };
    return { limits: limitsInForce(settings) };
  }
}
