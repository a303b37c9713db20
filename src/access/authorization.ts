import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { KeyMissingError, ScopeMissingError } from './access.errors.js';
import { identityOf } from './caller.js';
import { grants, type Scope } from './scope.js';

/**
 * Lets those pass who may do this.
 *
 * @throws KeyMissingError, KeyRefusedError, ScopeMissingError, or why the key cannot be checked
 */
export function assertMay(request: Request, scope: Scope): void {
  const { caller, by, problem } = identityOf(request);
  if (problem !== undefined) throw problem;
  if (grants(caller.scopes, scope)) return;
  throw by ? new ScopeMissingError(scope, caller.name) : new KeyMissingError();
}

/** The same for what Nest's guard does not see, such as pages served by middleware. */
export function requireScope(scope: Scope): RequestHandler {
  return (request: Request, _: Response, next: NextFunction) => {
    assertMay(request, scope);
    next();
  };
}
