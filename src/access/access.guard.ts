import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { accessConfig, type AccessConfig } from '../config/access.config.js';
import { ClosedRouteError } from './access.errors.js';
import { assertMay } from './authorization.js';
import { ACCESS, type AccessRule } from './requires.js';

/** Stands before every route; one that does not say what it needs stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, places);
    if (rule === undefined) throw new ClosedRouteError();
    if (rule === 'public' || (rule.unlessLocal && this.config.bindsLoopback)) return true;
    assertMay(context.switchToHttp().getRequest<Request>(), rule.scope);
    return true;
  }
}
