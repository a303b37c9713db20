import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Authenticator } from './authenticator.js';
import { setIdentity } from './caller.js';

/** Health does not wait for a database that is away, whatever cookie or key a probe brings. */
const WITHOUT = /^\/health(\/|$)/i;

/** Finds out who sends a request, before anything looks at it; refuses nobody. */
export function identify(authenticator: Authenticator): RequestHandler {
  return (request: Request, _: Response, next: NextFunction) => {
    if (WITHOUT.test(request.path)) return next();
    authenticator.identify(request).then((identity) => {
      setIdentity(request, identity);
      next();
    }, next);
  };
}
