import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './lib/settings.mjs';

/** Everything else in that folder is written by hand. */
const SCHEMA = join(ROOT, 'web/src/api/schema.ts');
const HEAD =
  '// Generated from the OpenAPI document by `npm run api:generate`; not to be edited, and checked by a test.\n\n';

/** What TypeScript knows of the API that the built program serves. */
async function generate() {
  const output = execFileSync(process.execPath, [join(ROOT, 'dist/api-document.js')], { maxBuffer: 2 ** 26 });
  // What has a default may be left out of a request. By name, so that an order of loading changes nothing.
  const options = { defaultNonNullable: false, alphabetize: true };
  const nodes = await openapiTS(withOneError(JSON.parse(output.toString())), options);
  const style = await resolveConfig(SCHEMA);
  return format(HEAD + astToString(nodes), { ...style, parser: 'typescript' });
}

/** All errors have one shape; saying so once for each operation halves the file. */
function withOneError(document) {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } };
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    operation.responses = { ...Object.fromEntries(good), default: { description: 'An error.', content } };
  }
  return document;
}

const schema = await generate();
if (!process.argv.includes('--check')) writeFileSync(SCHEMA, schema);
else if (!existsSync(SCHEMA) || readFileSync(SCHEMA, 'utf8') !== schema) {
  console.error('web/src/api/schema.ts is not what the API is now; run: npm run api:generate');
  process.exitCode = 1;
}
