import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../access/requires.js';
import { LivenessDto, ReadinessDto } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('operations')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** Whether the process runs at all. */
  @Get('live')
  live(): LivenessDto {
    return { status: 'ok' };
  }

  /** Whether requests and work should be sent here. */
  @Get('ready')
  @ApiOkResponse({ type: ReadinessDto, description: 'Ready; `degraded` while Redis is away.' })
  @ApiServiceUnavailableResponse({
    type: ReadinessDto,
    description: 'Not ready; the body tells what is missing.',
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    const readiness = await this.health.readiness();
    if (readiness.status === 'unavailable') response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }
}
