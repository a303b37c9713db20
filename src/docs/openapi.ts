import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ErrorBody } from '../common/http/error-body.js';
import { accessConfig, type AccessConfig } from '../config/access.config.js';
import { serverConfig, type ServerConfig } from '../config/server.config.js';
import { completeDocument } from './document-completion.js';
import { WEBHOOK_MESSAGES } from './webhook-messages.js';

const DESCRIPTION = `Takes **jobs** (store visits with image URLs), checks every store against the Store Master,
measures each image, and keeps every result.

Every error, whatever produced it, has the same shape: \`{"error": "<one clear sentence>", "code": "<STABLE_CODE>"}\`.
Operations with a scope need an API key that has it, as \`Authorization: Bearer <key>\` or \`X-API-Key: <key>\`, or the
session of a browser that signed in with one; \`admin\` includes the other scopes. A service that listens on its own machine
alone (\`GET /api/session\` says \`open\`) asks for none.

Lists are paged: pass the \`next_cursor\` of one answer as \`cursor\` of the next request; \`null\` ends the list.`;

/** In the order people need them. */
const TAGS = {
  'submit and status': 'Hand in a job and see how it goes: all that an app needs.',
  jobs: 'All jobs, what happened to them, and the result of each of their images.',
  live: 'Hear of changes as they happen, instead of asking for them.',
  figures: 'What all jobs together are doing: images a minute, what is left, the workers.',
  retries: 'Run again what failed or was cancelled, of one job or of many.',
  visits: 'What was photographed at the stores, whatever job it came with.',
  stores: 'The Store Master: the stores there are, their areas, and the imports that brought them.',
  categories:
    'What kind of shop each store is: by rules for the words of its name, by corrections, or set by hand.',
  rules:
    'What is asked of images, and which visits go first, by category of store: versions of it, and what they would do.',
  groups: 'Named sets of stores, by list or by rule, for every list and figure to be narrowed by.',
  webhooks: 'Being told when a job is settled: who is, and what was sent to whom.',
  access: 'Who may come in: sign-in, API keys, and the log of what everybody has changed.',
  operations: 'For those who run the service: health checks and figures.',
};

/** Serves the interactive documentation at `/docs` and the document at `/docs-json`; nothing is loaded from outside. */
export function serveDocs(app: NestExpressApplication): void {
  const place = {
    ...app.get<ServerConfig>(serverConfig.KEY),
    ...app.get<AccessConfig>(accessConfig.KEY),
  };
  SwaggerModule.setup('docs', app, () => describeApi(app, place), {
    jsonDocumentUrl: 'docs-json',
    customSiteTitle: 'Store Management Processor API',
    customfavIcon: '/favicon.svg',
    swaggerOptions: {
      displayRequestDuration: true,
      tryItOutEnabled: true,
    },
  });
}

/** What is said of the place where the service is. */
export interface Place {
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly sessionCookie: string;
}

/** @param app with all its controllers; they need not work, as nothing is called */
export function describeApi(app: INestApplication, { publicUrl, sessionCookie }: Place): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Store Management Processor')
    .setDescription(DESCRIPTION)
    .setVersion('1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/');
  for (const [name, description] of Object.entries(TAGS)) config.addTag(name, description);
  config.addBearerAuth({ type: 'http', description: 'An API key.' }, 'bearer');
  config.addApiKey({ type: 'apiKey', name: 'X-API-Key', in: 'header', description: 'An API key.' }, 'key');
  config.addApiKey(
    { type: 'apiKey', name: sessionCookie, in: 'cookie', description: 'Of a sign-in.' },
    'session',
  );
  // Each operation says itself what it needs; what says nothing needs nothing.
  const base = { ...config.build(), security: [] };
  const scanned = SwaggerModule.createDocument(app, base, {
    operationIdFactory: operationId,
    extraModels: [ErrorBody],
  });
  return { ...completeDocument(scanned, publicUrl), webhooks: WEBHOOK_MESSAGES };
}

/** `JobsController.listImages` becomes `jobsListImages`; generated clients name their methods so. */
function operationId(controller: string, method: string): string {
  const feature = controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase());
  return feature === method ? method : feature + method.replace(/^./, (letter) => letter.toUpperCase());
}
