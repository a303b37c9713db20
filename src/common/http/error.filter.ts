import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../domain-error.js';
import { quote } from '../quote.js';
import { allowedMethods } from './allowed-methods.js';
import { toErrorAnswer } from './error-body.js';
import { lingerAfter } from './linger.js';

const log = new Logger('Http');

/** What every 401 has to say (RFC 9110). */
const CHALLENGE = 'Bearer realm="Store Management Processor"';

/** Answers whatever a handler throws in the one shape the API has for errors. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (thrown instanceof NotFoundException) return answerUnrouted(request, response);
    answerError(thrown, request, response);
  }
}

/** The same for what middleware throws (body reader, static files) before Nest sees the request. */
export function errorMiddleware(
  thrown: unknown,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(thrown);
  answerError(thrown, request, response);
}

function answerError(thrown: unknown, request: Request, response: Response): void {
  const { status, body } = toErrorAnswer(thrown);
  const { id, method, path } = request;
  if (status >= 500) log.error({ err: thrown, request_id: id, method, path }, body.error);
  if (response.headersSent) {
    // A stream broke in the middle; ending it would make half an answer look whole.
    response.destroy();
    return;
  }
  if (status === 401) response.setHeader('WWW-Authenticate', CHALLENGE);
  if (thrown instanceof DomainError && thrown.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', thrown.retryAfterSeconds);
  }
  lingerAfter(request, response);
  response.status(status).json(body);
}

function answerUnrouted(request: Request, response: Response): void {
  lingerAfter(request, response);
  const methods = allowedMethods(request);
  if (methods.length > 0) {
    response.setHeader('Allow', methods.join(', '));
    const error = `${request.method} is not possible on ${quote(request.path)}; use ${methods.join(' or ')}.`;
    response.status(405).json({ error, code: 'METHOD_NOT_ALLOWED' });
    return;
  }
  response.status(404).json({ error: `There is nothing at ${quote(request.path)}.`, code: 'NOT_FOUND' });
}
