import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AccessMode } from '../config/access.config.js';
import {
  ForeignHostError,
  ForeignOriginError,
  KeyMissingError,
  SignInTooLargeError,
} from './access.errors.js';
import { identityOf } from './caller.js';
import { isLocalHost, isOwnOrigin } from './origins.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The one change that pages of other origins may ask for. */
const SUBMIT = /^\/api\/submit\/?$/i;
const SIGN_IN = /^\/api\/session\/?$/i;
/** A key has 47 characters; strangers may send this. */
const SIGN_IN_MAX_BYTES = 1_000;

interface Place {
  readonly mode: AccessMode;
  readonly bindsLoopback: boolean;
  readonly publicUrl: string;
}

/** Whether a request is one of those that pages of other origins may send. */
export function isShared(method: string | undefined, path: string): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && SUBMIT.test(path));
}

/**
 * While everybody may do everything, browsers are asked by pages from anywhere: those get no
 * further than reading and submitting, and on a loopback HOST none that pretends to be us.
 */
export function guardOpenMode({ mode, bindsLoopback, publicUrl }: Place): RequestHandler {
  return (request: Request, _: Response, next: NextFunction) => {
    if (mode !== 'keys') {
      if (bindsLoopback) assertLocal(request);
      if (!isShared(request.method, request.path)) assertNotForeign(request, publicUrl);
    }
    next();
  };
}

/** A browser adds the session to whatever page asks, so a change has to come from one of ours. */
export function guardSessions({ publicUrl }: Place): RequestHandler {
  return (request: Request, _: Response, next: NextFunction) => {
    if (!READING.has(request.method)) {
      if (SIGN_IN.test(request.path)) assertNotForeign(request, publicUrl);
      if (identityOf(request).by === 'session') assertOwn(request, publicUrl);
    }
    next();
  };
}

/** Nobody's body is read before it is known whose it is, but for that of a sign-in, which is small and says so. */
export function guardBodies(request: Request, _: Response, next: NextFunction): void {
  const { caller, problem } = identityOf(request);
  if (SIGN_IN.test(request.path)) assertSmall(request);
  else if (hasBody(request) && (problem !== undefined || caller.scopes.length === 0)) {
    throw problem ?? new KeyMissingError();
  }
  next();
}

function assertSmall(request: Request): void {
  const isSmall = Number(request.headers['content-length']) <= SIGN_IN_MAX_BYTES;
  if (hasBody(request) && !isSmall) throw new SignInTooLargeError(SIGN_IN_MAX_BYTES);
}

/** A proxy may tell another name than it asks with; neither may be one that leads here from elsewhere. */
function assertLocal({ headers, host }: Request): void {
  for (const name of [headers.host, host]) if (!isLocalHost(name)) throw new ForeignHostError(name);
}

function assertNotForeign(request: Request, publicUrl: string): void {
  if (READING.has(request.method) || request.headers.origin === undefined) return;
  assertOwn(request, publicUrl);
}

function assertOwn({ headers: { origin }, host }: Request, publicUrl: string): void {
  if (origin === undefined || !isOwnOrigin(origin, host, publicUrl)) throw new ForeignOriginError(origin);
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
