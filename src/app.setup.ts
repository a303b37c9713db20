import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { guardBodies, guardOpenMode, guardSessions } from './access/admission.js';
import { Authenticator } from './access/authenticator.js';
import { requireScope } from './access/authorization.js';
import { answerPreflight, corsHeaders } from './access/cors.js';
import { identify } from './access/identify.js';
import { limitRequests } from './access/limits/limit-requests.js';
import { RateLimiter } from './access/limits/rate-limiter.js';
import { ErrorFilter, errorMiddleware } from './common/http/error.filter.js';
import { rejectNonJson } from './common/http/json-only.js';
import { accessConfig, type AccessConfig } from './config/access.config.js';
import { jobsConfig, type JobsConfig } from './config/jobs.config.js';
import { serverConfig, type ServerConfig } from './config/server.config.js';
import { serveDocs } from './docs/openapi.js';
import { queuePage } from './jobs/queue/queue-page.js';
import type { PinoLogger } from './logging/pino-logger.js';
import { requestLog } from './logging/request-log.js';
import { limitHead } from './server/head-limits.js';
import { HeldBodies } from './server/held-bodies.js';
import { jsonBody } from './server/json-body.js';
import { servePage, servePageAddresses, servePageFiles } from './server/page.js';
import { neverStored, securityHeaders, toolPolicy } from './server/security-headers.js';

/** As seen from the folder the service is started in. */
const WEB_FOLDER = resolve('dist/web');
const SAMPLES_FOLDER = resolve('samples');

const QUEUE_PATH = '/queues';

/** Submits of the largest size whose bodies are held at once. */
const HELD_SUBMITS = 8;

/** Everything around the controllers: logs, headers, body parsing, error shape, docs, static files. */
export function setUpApp(app: NestExpressApplication, logger: PinoLogger): void {
  const { role, publicUrl } = app.get<ServerConfig>(serverConfig.KEY);
  const access = app.get<AccessConfig>(accessConfig.KEY);
  const place = { ...access, publicUrl };

  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', access.trustedProxies);
  app.use(requestLog(logger.pino));
  app.use(securityHeaders);
  app.useGlobalFilters(new ErrorFilter());
  app.use(corsHeaders(access), limitHead, guardOpenMode(place), answerPreflight);
  if (role !== 'worker') {
    app.use('/samples', express.static(SAMPLES_FOLDER, { index: false, maxAge: '1h', redirect: false }));
    app.getHttpAdapter().getInstance().get(['/', '/index.html'], servePage(WEB_FOLDER));
    app.use(servePageAddresses(WEB_FOLDER), servePageFiles(WEB_FOLDER));
  }
  app.use('/api', neverStored);
  app.use(identify(app.get(Authenticator)), limitRequests(app.get(RateLimiter)));
  if (role !== 'worker') {
    app.use(guardSessions(place), guardBodies);
    app.use(rejectNonJson);
    readBodies(app, app.get<JobsConfig>(jobsConfig.KEY));
    app.use(['/docs', '/docs-json', '/docs-yaml'], requireScope('read'));
    app.use('/docs', toolPolicy);
    serveDocs(app);
    app.use(QUEUE_PATH, requireScope('admin'), toolPolicy, queuePage(app, QUEUE_PATH));
  }
  app.use(errorMiddleware);
}

/** Submits may be large; what else comes as JSON is a form somebody filled in. */
function readBodies(app: NestExpressApplication, { submitMaxBytes, maxImages }: JobsConfig): void {
  const held = new HeldBodies(HELD_SUBMITS * submitMaxBytes);
  const submit = {
    maxBytes: submitMaxBytes,
    setting: 'SUBMIT_MAX_BYTES',
    maxValues: 20 * maxImages + 20_000,
  };
  app.use('/api/submit', jsonBody(submit, held));
  // All rules of the categories at once.
  app.use('/api/categories/rules', jsonBody({ maxBytes: 1_000_000, maxValues: 50_000 }, held));
  app.use(jsonBody({ maxBytes: 100_000, maxValues: 5_000 }, held));
}
