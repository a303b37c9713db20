import type {
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  PathItemObject,
  ReferenceObject,
  ResponseObject,
} from '@nestjs/swagger';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../common/http/cursor.js';

/** Where examples in comments and decorators say the service is. */
const EXAMPLE_URL = 'http://localhost:8081';

const LIMIT_SCHEMA = { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT };

interface CommonError {
  readonly description: string;
  readonly example: { readonly error: string; readonly code: string };
}

/** Answers that say the same whatever was asked. */
const COMMON_ERRORS: Readonly<Record<string, CommonError>> = {
  429: {
    description:
      'Too many requests of this key or address; `Retry-After` and `RateLimit` tell when to go on.',
    example: {
      error: 'More than 1200 requests in a minute are too many; try again in 20 seconds.',
      code: 'RATE_LIMITED',
    },
  },
  500: {
    description: 'The fault is on our side; the log of the service says what it is.',
    example: { error: 'Something went wrong on our side; the log says what.', code: 'INTERNAL_ERROR' },
  },
  503: {
    description: 'The database cannot be reached right now.',
    example: {
      error: 'The database cannot be reached right now; try again shortly.',
      code: 'DATABASE_UNAVAILABLE',
    },
  },
};

/** Of operations that need a scope. */
const ACCESS_ERRORS = {
  401: {
    description: 'There is no API key, or it is not known here.',
    example: { error: 'This API key is not known here, or it was revoked.', code: 'API_KEY_INVALID' },
  },
  403: {
    description: 'The API key lacks the scope.',
    example: {
      error: 'This needs the scope "admin", which the API key "field-app" does not have.',
      code: 'SCOPE_MISSING',
    },
  },
};

const LIMIT_ERROR: CommonError = {
  description: 'A value does not fit.',
  example: {
    error: `"limit" must be a whole number from 1 to ${MAX_LIMIT}, not "0".`,
    code: 'INVALID_INPUT',
  },
};

/**
 * Adds to a scanned document what holds for all operations alike, so that no
 * controller has to repeat it: what they answer when something breaks, and
 * examples that work at the address this service has.
 *
 * @param publicUrl without a trailing slash
 */
export function completeDocument(document: OpenAPIObject, publicUrl: string): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of operationsOf(item)) {
      // Decorators apply from the last to the first; people read from the first to the last.
      operation.parameters?.reverse().sort((a, b) => placeOf(a) - placeOf(b));
      operation.parameters?.forEach(describeParameter);
      splitSummary(operation);
      addSecurity(operation);
      addErrors(operation, path.startsWith('/api/'));
    }
  }
  const escapedUrl = JSON.stringify(publicUrl).slice(1, -1);
  return JSON.parse(JSON.stringify(document).replaceAll(EXAMPLE_URL, escapedUrl)) as OpenAPIObject;
}

function operationsOf({ get, put, post, patch, delete: remove }: PathItemObject): OperationObject[] {
  return [get, put, post, patch, remove].filter((operation) => operation !== undefined);
}

function placeOf(parameter: ParameterObject | ReferenceObject): number {
  return 'in' in parameter && parameter.in === 'path' ? 0 : 1;
}

/** What comes in a URL or a header is text, unless its decorator says otherwise; all lists have the same limits. */
function describeParameter(parameter: ParameterObject | ReferenceObject): void {
  if ('$ref' in parameter) return;
  if (parameter.in === 'path') parameter.description ??= 'Which one; an id from the list.';
  const schema = parameter.schema ?? {};
  const typed = '$ref' in schema || schema.type !== undefined || schema.enum !== undefined;
  if (!typed) parameter.schema = parameter.name === 'limit' ? LIMIT_SCHEMA : { type: 'string', ...schema };
}

/** A list of operations shows summaries: the first sentence of the comment. The rest comes when one is opened. */
function splitSummary(operation: OperationObject): void {
  const [, first, rest] = /^(.+?[.])\s+(\S.*)$/s.exec(operation.summary ?? '') ?? [];
  if (first === undefined || rest === undefined) return;
  operation.summary = first;
  operation.description = [rest, operation.description].filter(Boolean).join('\n\n');
}

/** Any one of the three ways to show a key will do; the scope is said in words, as OpenAPI knows scopes of OAuth only. */
function addSecurity(operation: OperationObject): void {
  const scope = (operation as { 'x-required-scope'?: string })['x-required-scope'] ?? 'none';
  if (scope === 'none') return;
  operation.security = [{ bearer: [] }, { key: [] }, { session: [] }];
  const need = `Needs the scope \`${scope}\`.`;
  operation.description = [operation.description, need].filter(Boolean).join('\n\n');
  for (const [status, { description, example }] of Object.entries(ACCESS_ERRORS)) {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' }, example } };
    operation.responses[status] ??= { description, content };
  }
}

/** Everything can break (500); the API has limits (429) and needs the database (503). What a controller says itself stays. */
function addErrors(operation: OperationObject, isApi: boolean): void {
  const { summary = '', parameters = [], responses } = operation;
  const isList = parameters.some((parameter) => 'name' in parameter && parameter.name === 'limit');
  for (const status of isApi ? ['429', '500', '503'] : ['500']) {
    responses[status] ??= { description: '' };
  }
  for (const [status, response] of Object.entries(responses)) {
    if (!response || '$ref' in response) continue;
    const common = isList && status === '400' ? LIMIT_ERROR : COMMON_ERRORS[status];
    if (common) fillError(response, common);
    else response.description ||= summary;
  }
}

function fillError(response: ResponseObject, { description, example }: CommonError): void {
  response.description ||= description;
  response.content ??= { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } };
  const json = response.content['application/json'];
  if (!json?.schema || !('$ref' in json.schema) || !json.schema.$ref.endsWith('/ErrorBody')) return;
  if (!json.examples) json.example ??= example;
}
