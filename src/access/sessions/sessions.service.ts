import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRefusedError } from '../access.errors.js';
import type { Caller } from '../caller.js';
import type { KeyHolder } from '../keys/api-key.js';
import { hashOf } from '../keys/key-text.js';
import { KeysService } from '../keys/keys.service.js';
import { clientName } from '../limits/client-name.js';
import { RateLimitedError } from '../limits/quota.js';
import { RateLimiter } from '../limits/rate-limiter.js';
import { SESSION_HOURS } from './session-cookie.js';
import { SessionsRepository } from './sessions.repository.js';

/** Lets a browser show a cookie instead of a key. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly keys: KeysService,
    private readonly sessions: SessionsRepository,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * @param key text of an API key
   * @param from where the sign-in comes from
   * @returns the token of the new session, and who it belongs to
   * @throws KeyRefusedError
   * @throws RateLimitedError when the key has made too many changes; each sign-in is stored, so it counts as one
   */
  async start(key: string, from: Pick<Caller, 'address' | 'requestId'>): Promise<string> {
    const holder = await this.keys.recognise(key);
    if (!holder) throw new KeyRefusedError();
    const quota = await this.limiter.take('submit', clientName({ ...from, id: holder.id }));
    if (quota?.isKept === false) throw new RateLimitedError(quota);
    const token = randomBytes(32).toString('base64url');
    const { id, name, scopes } = holder;
    const started = await this.sessions.start(hashOf(token), SESSION_HOURS, { ...from, id, name, scopes });
    if (!started) throw new KeyRefusedError();
    return token;
  }

  /** Whose session this is; undefined when it is over, or its key was revoked. */
  async recognise(token: string): Promise<KeyHolder | undefined> {
    const holder = await this.sessions.find(hashOf(token));
    if (holder) this.keys.noteUse(holder);
    return holder;
  }

  /** Ends the session if it is still there. */
  async end(token: string, by: Caller): Promise<void> {
    await this.sessions.end(hashOf(token), by);
  }
}
