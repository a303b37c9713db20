import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { callerOf } from '../../access/caller.js';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { DispatchDto } from './dispatch-pause.dto.js';
import { DispatchPauseService } from './dispatch-pause.service.js';

@ApiTags('operations')
@Controller('api/dispatch')
export class DispatchPauseController {
  constructor(private readonly pauses: DispatchPauseService) {}

  /** Whether work is handed out, or paused for all jobs. */
  @Get()
  @Requires('read')
  async find(): Promise<DispatchDto> {
    const { pausedAt, pausedBy } = await this.pauses.find();
    return { paused: pausedAt !== null, paused_at: pausedAt?.toISOString() ?? null, paused_by: pausedBy };
  }

  /** Pauses everything. Jobs are still taken in; workers finish what they have begun, and start nothing, also after a restart. */
  @Post('pause')
  @HttpCode(200)
  @Requires('admin')
  @ApiOkResponse({ type: DispatchDto })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'It is paused already.',
    example: { error: 'All work is paused already.', code: 'DISPATCH_PAUSED' },
  })
  async pause(@Req() request: Request): Promise<DispatchDto> {
    await this.pauses.pause(callerOf(request));
    return this.find();
  }

  /** Goes on after a pause of everything; jobs that were paused one by one stay paused. */
  @Post('resume')
  @HttpCode(200)
  @Requires('admin')
  @ApiOkResponse({ type: DispatchDto })
  @ApiConflictResponse({
    type: ErrorBody,
    description: 'It is not paused.',
    example: { error: 'Work is not paused.', code: 'DISPATCH_NOT_PAUSED' },
  })
  async resume(@Req() request: Request): Promise<DispatchDto> {
    await this.pauses.resume(callerOf(request));
    return this.find();
  }
}
