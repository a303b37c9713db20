import type { NextFunction, Request, Response } from 'express';
import { lingerAfter } from './linger.js';

/** Where bodies have to be JSON; spelled as freely as the router takes it. */
const JSON_ROUTES = /^\/api\/(?!(stores\/imports|groups\/[^/]+\/members)\/?$)/i;

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** Answers 415 to a body that is not JSON, before anything tries to read it. */
export function rejectNonJson(request: Request, response: Response, next: NextFunction): void {
  const wantsJson = METHODS_WITH_BODY.has(request.method) && JSON_ROUTES.test(request.path);
  if (!wantsJson || request.is('application/json')) return next();
  if (request.headers['content-type'] === undefined && isEmpty(request)) return next();
  lingerAfter(request, response);
  response.status(415).json({
    error: 'The request body must be JSON; send it with "Content-Type: application/json".',
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
}

function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
}
