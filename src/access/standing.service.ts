import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator } from './authenticator.js';
import { grants, type Scope } from './scope.js';

/** Looks again at who was let in, for answers that take long. */
@Injectable()
export class StandingService {
  constructor(private readonly authenticator: Authenticator) {}

  /**
   * Whether the sender of a request, asking now, would still be let in: the key may have been
   * revoked, the session be over. While that cannot be found out, nobody is sent away.
   */
  async mayStill(request: Request, scope: Scope): Promise<boolean> {
    const { caller, problem, isWrong } = await this.authenticator.identify(request);
    if (problem !== undefined && !isWrong) return true;
    return grants(caller.scopes, scope);
  }
}
