import type { NextFunction, Request, Response } from 'express';
import { anybody, setCaller } from './caller.js';

/** Finds out who sends a request. */
export function identify(request: Request, _: Response, next: NextFunction): void {
  setCaller(request, anybody(request));
  next();
}
