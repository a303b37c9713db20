import type { NextFunction, Request, Response } from 'express';

/** Routes whose body is something else than JSON. */
const CSV_ROUTE = '/api/stores/imports';

/** Answers 415 to a body that is not JSON, before anything tries to read it. */
export function rejectNonJson(request: Request, response: Response, next: NextFunction): void {
  const hasBody = request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH';
  if (
    !hasBody ||
    request.path === CSV_ROUTE ||
    !request.path.startsWith('/api/') ||
    request.is('application/json')
  )
    return next();
  if (request.headers['content-type'] === undefined && isEmpty(request)) return next();
  response.setHeader('Connection', 'close');
  response.status(415).json({
    error: 'The request body must be JSON; send it with "Content-Type: application/json".',
    code: 'UNSUPPORTED_MEDIA_TYPE',
  });
}

function isEmpty({ headers }: Request): boolean {
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
}
