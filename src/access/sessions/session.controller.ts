import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { InvalidInputError } from '../../common/domain-error.js';
import { ErrorBody } from '../../common/http/error-body.js';
import { accessConfig, type AccessConfig } from '../../config/access.config.js';
import { Authenticator } from '../authenticator.js';
import { callerOf, identityOf, placeOf } from '../caller.js';
import { Public } from '../requires.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.js';
import { SessionDto, SignInRequest } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

const FOREIGN = { type: ErrorBody, description: 'The page that asks is not one of ours (`ORIGIN_REFUSED`).' };

@ApiTags('access')
@Public()
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly authenticator: Authenticator,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
  ) {}

  /** Signs a browser in: sets a cookie that stands for the key for 12 hours, or until the key is revoked. */
  @Post()
  @HttpCode(204)
  @ApiBody({ type: SignInRequest })
  @ApiNoContentResponse({ description: 'Signed in.' })
  @ApiBadRequestResponse({ type: ErrorBody, description: 'There is no key in the body.' })
  @ApiUnauthorizedResponse({ type: ErrorBody, description: 'The key is not known here (`API_KEY_INVALID`).' })
  @ApiForbiddenResponse(FOREIGN)
  async start(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { key } = (body ?? {}) as Record<string, unknown>;
    if (typeof key !== 'string') throw new InvalidInputError('"key" must be a string: an API key.');
    const token = await this.sessions.start(key.trim(), placeOf(request));
    this.authenticator.expect(token);
    setSessionCookie(response, token, this.config);
  }

  /** Whether a key is needed, whether one was shown, and what it allows. */
  @Get()
  find(@Req() request: Request): SessionDto {
    const { caller, by } = identityOf(request);
    return { mode: this.config.mode, name: by ? caller.name : null, scopes: [...caller.scopes] };
  }

  /** Signs the browser out. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'The cookie does not stand for anything any more.' })
  @ApiForbiddenResponse(FOREIGN)
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionTokenOf(request, this.config);
    if (token !== undefined) await this.sessions.end(token, callerOf(request));
    clearSessionCookie(response, this.config);
  }
}
