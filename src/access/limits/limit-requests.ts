import type { RequestHandler, Response } from 'express';
import { identityOf } from '../caller.js';
import { addressName, clientName } from './client-name.js';
import { RateLimitedError, rateLimitHeaders, type Policy } from './quota.js';
import type { RateLimiter } from './rate-limiter.js';

/** Whoever watches over the service must not be turned away by it. */
const FREE = /^\/health(\/|$)/i;
const SIGN_IN = /^\/api\/session\/?$/i;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Counts every request, before its body is read, and refuses those that are too many.
 *
 * A wrong key or session counts against its address, not against what others there do with
 * good ones: an office behind one address must not be shut out by one phone with an old key.
 * So does a sign-in, apart from them, until it turns out to be a good one.
 *
 * @throws RateLimitedError
 */
export function limitRequests(limiter: RateLimiter): RequestHandler {
  return async (request, response, next) => {
    if (FREE.test(request.path)) return next();
    const { caller, isWrong } = identityOf(request);
    const address = addressName(caller.address);
    const signsIn = request.method === 'POST' && SIGN_IN.test(request.path);
    if (isWrong) await take(limiter, 'wrong-keys', address, response);
    if (signsIn) {
      await take(limiter, 'sign-ins', address, response);
      response.once('finish', () => giveBackIfGood(limiter, address, response));
    }
    if (isWrong || signsIn) return next();
    await take(limiter, READING.has(request.method) ? 'read' : 'submit', clientName(caller), response);
    next();
  };
}

async function take(limiter: RateLimiter, policy: Policy, client: string, response: Response): Promise<void> {
  const quota = await limiter.take(policy, client);
  if (!quota) return;
  response.set(rateLimitHeaders(quota));
  if (!quota.isKept) throw new RateLimitedError(quota);
}

/** The key of a sign-in that is refused as one too many was a good one. */
function giveBackIfGood(limiter: RateLimiter, address: string, { statusCode }: Response): void {
  if (statusCode < 400 || statusCode === 429) limiter.giveBack('sign-ins', address);
}
