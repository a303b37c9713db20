import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Requires } from '../../access/requires.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { readReplay } from './replay-request.js';
import { ReplayDto, ReplayRulesRequest, toReplayDto } from './replay.dto.js';
import { ReplayService } from './replay.service.js';

@ApiTags('rules')
@Requires('read')
@Controller('api/rules/replay')
export class ReplayController {
  constructor(private readonly replays: ReplayService) {}

  /**
   * Tries rules on images that were measured before: what they would have rejected, and what they would have warned of. Each
   * image counts with its newest run and the category that its store has now. Nothing is changed.
   */
  @Post()
  @HttpCode(200)
  @ApiBadRequestResponse({ type: ErrorBody, description: 'A field does not fit; the sentence names it.' })
  @ApiUnprocessableEntityResponse({
    type: ErrorBody,
    description: 'There are more images than can be tried within 10 s (`FIGURES_TOO_LARGE`).',
  })
  async replay(@Body() body: ReplayRulesRequest): Promise<ReplayDto> {
    const request = readReplay(body);
    return toReplayDto(await this.replays.replay(request), request.rules);
  }
}
