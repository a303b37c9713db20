import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { accessConfig, type AccessConfig } from '../config/access.config.js';
import { KeyRefusedError } from './access.errors.js';
import { addressName } from './limits/client-name.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { placeOf, type Caller, type Identity } from './caller.js';
import type { KeyHolder } from './keys/api-key.js';
import { KeysService } from './keys/keys.service.js';
import { RecentSecrets } from './recent-secrets.js';
import { SCOPES } from './scope.js';
import { sessionTokenOf } from './sessions/session-cookie.js';
import { SessionsService } from './sessions/sessions.service.js';

/** The text after `Bearer`; other schemes belong to proxies in front of us. */
const BEARER = /^Bearer(?: +(.*))?$/i;

/** Keys and sessions in use at one time; a hundred bytes each. */
const MAX_GOOD_BEFORE = 10_000;

/** Finds out who sends a request. Keys and sessions are looked up each time, so that one revoked is dead at once. */
@Injectable()
export class Authenticator {
  private readonly goodBefore = new RecentSecrets(MAX_GOOD_BEFORE);

  constructor(
    private readonly keys: KeysService,
    private readonly sessions: SessionsService,
    private readonly limiter: RateLimiter,
    @Inject(accessConfig.KEY) private readonly config: AccessConfig,
  ) {}

  /** Refuses nobody: a key that is wrong, or cannot be checked now, is the identity's `problem`. */
  async identify(request: Request): Promise<Identity> {
    try {
      return await this.recognise(request);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      const isWrong = error instanceof KeyRefusedError;
      return { caller: { ...this.stranger(request), scopes: [] }, problem, isWrong };
    }
  }

  /** Lets a secret in that was just made, also from an address that has shown too many wrong ones. */
  expect(secret: string): void {
    this.goodBefore.add(secret);
  }

  private async recognise(request: Request): Promise<Identity> {
    const key = keyOf(request);
    if (key !== undefined) {
      const holder = await this.lookUp(key, request, () => this.keys.recognise(key));
      // Also where no key is needed: a client that is about to be moved has to hear of it.
      if (!holder) throw new KeyRefusedError();
      return { by: 'key', caller: callerFrom(holder, request) };
    }
    const token = sessionTokenOf(request, this.config);
    if (token === undefined) return { caller: this.stranger(request) };
    const holder = await this.lookUp(token, request, () => this.sessions.recognise(token));
    if (holder) return { by: 'session', caller: callerFrom(holder, request) };
    // Where no key is needed an old cookie does not matter.
    return { caller: this.stranger(request), isWrong: this.config.mode === 'keys' };
  }

  /**
   * Asks the database, unless the address has shown too many wrong secrets and this is
   * not one that was good before: those who only guess shall not keep the database busy.
   */
  private async lookUp(
    secret: string,
    request: Request,
    ask: () => Promise<KeyHolder | undefined>,
  ): Promise<KeyHolder | undefined> {
    const isSuspect = this.limiter.isUsedUp('wrong-keys', addressName(placeOf(request).address));
    if (isSuspect && !this.goodBefore.has(secret)) return undefined;
    const holder = await ask();
    if (holder) this.goodBefore.add(secret);
    else this.goodBefore.delete(secret);
    return holder;
  }

  private stranger(request: Request): Caller {
    const isOpen = this.config.mode !== 'keys';
    const { name, scopes } = isOpen ? { name: 'open', scopes: SCOPES } : { name: 'unknown', scopes: [] };
    return { ...placeOf(request), id: '', name, scopes };
  }
}

/** The key a request shows; two that differ make no key that anybody has. */
function keyOf({ headers }: Request): string | undefined {
  const bearer = BEARER.exec(headers.authorization ?? '');
  const shown = [bearer && (bearer[1] ?? '').trim(), headers['x-api-key']].filter((key) => key != null);
  const [first, second] = shown.map(String);
  return second === undefined || second === first ? first : '';
}

function callerFrom({ id, name, scopes }: KeyHolder, request: Request): Caller {
  return { ...placeOf(request), id, name, scopes };
}
