import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import type { AppViewRoute } from '@bull-board/api/typings/app';
import { ExpressAdapter } from '@bull-board/express';
import { getQueueToken } from '@nestjs/bull';
import type { INestApplicationContext } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Express, RequestHandler } from 'express';
import { DomainError } from '../../common/domain-error.js';
import { RANGE_QUEUE } from './range-queue.js';

/** The page links a style sheet of fonts on the internet; the browser's own fonts do as well. */
const FOREIGN_LINK = /<link [^>]*href="https?:[^>]*>\s*/g;

const READ_ONLY: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.setHeader('Allow', 'GET, HEAD');
  response.status(405).json({
    error: 'The queue can only be looked at; what waits in it is decided in the database.',
    code: 'METHOD_NOT_ALLOWED',
  });
};

class QueueUnreachableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'REDIS_UNAVAILABLE';
  constructor(cause: Error) {
    super('Redis cannot be reached right now; try again shortly.', { cause });
  }
}

/** Bull's usual page, but one that needs nothing from elsewhere and tells nothing of the inside. */
class OfflineAdapter extends ExpressAdapter {
  constructor(private readonly queue: Queue) {
    super();
  }

  override setEntryRoute(entry: AppViewRoute): this {
    this.app.disable('x-powered-by').use(READ_ONLY);
    this.app.get(entry.route, (_, response, next) => {
      const { name, params } = entry.handler({ basePath: this.basePath, uiConfig: this.uiConfig });
      response.render(name, params, (error: Error | null, html: string) => {
        if (error) next(error);
        else response.send(html.replaceAll(FOREIGN_LINK, ''));
      });
    });
    return this;
  }

  override setErrorHandler(): this {
    return super.setErrorHandler((cause) => {
      throw this.queue.client.status === 'ready' ? cause : new QueueUnreachableError(cause);
    });
  }
}

/**
 * A page that shows which messages wait for workers. It shows no more than that:
 * what is under way, and what is left to do, is in the database.
 *
 * @param path where the page is mounted
 */
export function queuePage(app: INestApplicationContext, path: string): Express {
  const queue = app.get<Queue>(getQueueToken(RANGE_QUEUE), { strict: false });
  const serverAdapter = new OfflineAdapter(queue);
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: [new BullAdapter(queue, { readOnlyMode: true, allowRetries: false })],
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Queue', hideDocsLink: true, showWorkers: false } },
  });
  return serverAdapter.getRouter() as Express;
}
