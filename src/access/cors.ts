import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AccessConfig } from '../config/access.config.js';
import { ForeignOriginError } from './access.errors.js';
import { isShared } from './admission.js';

const REQUEST_HEADERS = 'Content-Type, Authorization, X-API-Key, Idempotency-Key, X-Request-Id';
const ANSWER_HEADERS = [
  'Idempotent-Replayed',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'X-Request-Id',
].join(', ');
/** How long a browser may remember that it may ask, in seconds. */
const MAX_AGE_S = 7_200;

/**
 * Lets pages of other origins read, and submit: never with cookies, so they bring a key
 * of their own. Answers the question that browsers ask first; everything else goes on
 * with the headers set, so that errors can be read too.
 */
export function cors({ corsOrigins }: Pick<AccessConfig, 'corsOrigins'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { origin } = request.headers;
    const wanted = request.headers['access-control-request-method'];
    const asksFirst = request.method === 'OPTIONS' && origin !== undefined && wanted !== undefined;
    const allowed = corsOrigins === 'any' ? '*' : corsOrigins.find((known) => known === origin);
    if (corsOrigins !== 'any') response.vary('Origin');
    if (allowed !== undefined && isShared(asksFirst ? wanted : request.method, request.path)) {
      response.setHeader('Access-Control-Allow-Origin', allowed);
      response.setHeader('Access-Control-Expose-Headers', ANSWER_HEADERS);
    } else if (asksFirst) {
      throw new ForeignOriginError(origin);
    }
    if (!asksFirst) return next();
    response.setHeader('Access-Control-Allow-Methods', wanted);
    response.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
    response.setHeader('Access-Control-Max-Age', MAX_AGE_S);
    response.status(204).end();
  };
}
