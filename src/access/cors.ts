import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AccessConfig } from '../config/access.config.js';
import { ForeignOriginError } from './access.errors.js';
import { isShared } from './admission.js';

const ALLOWED = 'Access-Control-Allow-Origin';
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
 * of their own. Goes before whatever may refuse a request, so that errors can be read too.
 */
export function corsHeaders({ corsOrigins }: Pick<AccessConfig, 'corsOrigins'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { origin } = request.headers;
    const allowed = corsOrigins === 'any' ? '*' : corsOrigins.find((known) => known === origin);
    if (corsOrigins !== 'any') response.vary('Origin');
    if (allowed !== undefined && isShared(wantedBy(request) ?? request.method, request.path)) {
      response.setHeader(ALLOWED, allowed);
      response.setHeader('Access-Control-Expose-Headers', ANSWER_HEADERS);
    }
    next();
  };
}

/** Answers the question that browsers ask before they send what is not simple. */
export function answerPreflight(request: Request, response: Response, next: NextFunction): void {
  const wanted = wantedBy(request);
  if (wanted === undefined) return next();
  if (!response.hasHeader(ALLOWED)) throw new ForeignOriginError(request.headers.origin);
  response.setHeader('Access-Control-Allow-Methods', wanted);
  response.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
  response.setHeader('Access-Control-Max-Age', MAX_AGE_S);
  response.status(204).end();
}

/** The method that a browser asks leave for; undefined when this is no such question. */
function wantedBy({ method, headers }: Request): string | undefined {
  const asks = method === 'OPTIONS' && headers.origin !== undefined;
  return asks ? headers['access-control-request-method'] : undefined;
}
