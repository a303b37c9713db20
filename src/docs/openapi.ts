import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const DESCRIPTION = `Takes **jobs** (store visits with image URLs), checks every store against the Store Master,
measures each image, and keeps every result.

Every error, whatever produced it, has the same shape: \`{"error": "<one clear sentence>", "code": "<STABLE_CODE>"}\`.
Lists are paged: pass the \`next_cursor\` of one answer as \`cursor\` of the next request; \`null\` ends the list.`;

/** Serves the interactive documentation at `/docs` and the document at `/docs-json`; nothing is loaded from outside. */
export function serveDocs(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, () => createDocument(app), {
    jsonDocumentUrl: 'docs-json',
    customSiteTitle: 'Store Management Processor API',
  });
}

function createDocument(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Store Management Processor')
    .setDescription(DESCRIPTION)
    .setVersion('1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .build();
  return SwaggerModule.createDocument(app, config);
}
