import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { OpenAPIObject, OperationObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { get, post, submit, untilSettled, visit } from '../support/api.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyRedis } from '../support/redis.js';
import { startService, type Service } from '../support/service.js';

type Schema = SchemaObject & { $ref?: string };

describe('The API documentation', () => {
  let database: TestDatabase;
  let service: Service;
  let document: OpenAPIObject;
  let operations: [name: string, operation: OperationObject][];

  beforeAll(async () => {
    database = await createTestDatabase();
    // At this level the log tells every route as it is added to the router. Open under any name.
    const settings = { LOG_LEVEL: 'debug', HOST: '0.0.0.0', AUTH: 'off' };
    const env = { DATABASE_URL: database.url, REDIS_URL: await emptyRedis(), ...settings };
    service = await startService(env);
    document = (await get<OpenAPIObject>(service.url, '/docs-json')).body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, OperationObject>).map(
        ([method, operation]): [string, OperationObject] => [`${method.toUpperCase()} ${path}`, operation],
      ),
    );
  }, 120_000);

  afterAll(async () => {
    await service?.stop();
    await database?.drop();
  });

  it('passes the linter, which also holds every example against its schema', async () => {
    expect(await lint(document)).toEqual([]);
  }, 60_000);

  it('has no path that could be taken for another, but for imports, which are no store', () => {
    const paths = Object.keys(document.paths).map((path) => path.split('/'));
    const isParameter = (part = '') => part.startsWith('{');
    const fits = (a: string[], b: string[]) =>
      a.length === b.length && a.every((part, n) => part === b[n] || isParameter(part) || isParameter(b[n]));
    // Of two that differ by one part alone, the one with the plain word comes first.
    const isPlainer = (a: string[], b: string[]) => a.every((part, n) => part === b[n] || isParameter(b[n]));
    const pairs = paths.flatMap((a, n) =>
      paths
        .slice(n + 1)
        .filter((b) => fits(a, b) && !isPlainer(a, b) && !isPlainer(b, a))
        .map((b) => [a, b].map((parts) => parts.join('/')).sort()),
    );
    const imports = '/api/stores/imports/{id}';
    expect(pairs.sort()).toEqual([
      [imports, '/api/stores/{store_id}/category'],
      [imports, '/api/stores/{store_id}/figures'],
      [imports, '/api/stores/{store_id}/similar'],
      [imports, '/api/stores/{store_id}/tags'],
      [imports, '/api/stores/{store_id}/visits'],
    ]);
  });

  it('has every route that is served, and no other', () => {
    const served = [...service.log().matchAll(/Mapped \{(\S+), (\w+)\} route/g)].map(
      ([, path, method]) => `${method} ${path?.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(operations.map(([name]) => name).sort()).toEqual(served.sort());
  });

  it('is the one that the typed client was generated from', async () => {
    const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
    const printed = JSON.parse((await run('dist/api-document.js')).stdout) as OpenAPIObject;
    const served = JSON.stringify(document).replaceAll(
      `http://localhost:${service.port}`,
      'http://localhost:8081',
    );
    expect(JSON.parse(served)).toMatchObject({ paths: printed.paths, tags: printed.tags });
    // It ends with another code than 0, and says what to run, when the committed client is not this one.
    await run('scripts/generate-api-client.mjs', '--check');
  }, 60_000);

  it('shows values as they are sent, with the quotation marks of their sentences', () => {
    const fields = Object.values(document.components?.schemas ?? {}).flatMap((schema) =>
      Object.values((schema as SchemaObject).properties ?? {}),
    );
    const examples = fields.map((field) => String((field as SchemaObject).example));
    expect(examples).toContain('"visits" must not be empty.');
    expect(examples.filter((example) => example.includes('\\'))).toEqual([]);
  });

  it('says of every operation what it does, in a sentence', () => {
    const silent = operations.filter(([, { summary }]) => !/^[A-Z].*\.$/.test(summary ?? ''));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('gives every error the shape that errors have, and every input an error', () => {
    const wrong = operations.flatMap(([name, operation]) => {
      const answers = Object.entries(operation.responses) as [string, ResponseObject][];
      const errors = answers.filter(([status]) => /^[45]/.test(status));
      const others = errors.filter(([, response]) => {
        const { required = [] } = resolve(jsonOf(response));
        return !required.includes('error') || !required.includes('code');
      });
      const input = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
      const refuses = errors.some(([status]) => status.startsWith('4'));
      const missing = [
        ...(refuses || !input ? [] : ['4xx']),
        ...('500' in operation.responses ? [] : ['500']),
      ];
      return [...others.map(([status]) => status), ...missing].map((status) => `${name} ${status}`);
    });
    // Not an error: the answer itself, telling what is missing.
    expect(wrong).toEqual(['GET /health/ready 503']);
  });

  it('has every field that really comes', async () => {
    const good = `http://localhost:${service.port}/samples/shelf-1.jpg`;
    const jobId = await submit(service.url, [visit('RP00001', good, 'ftp://example.com/1.jpg')]);
    await untilSettled(service.url, jobId);
    await post(service.url, '/api/keys', { name: 'a', scopes: ['read'] });
    await post(service.url, '/api/groups', { name: 'a', rule: { all: [{ active: true }] } });
    await post(service.url, '/api/tags/changes', { store_ids: ['RP00001'], add: ['a'] });
    const hook = { url: 'http://127.0.0.1:9/', events: ['job.settled'] };
    const { id: hookId } = (await post<{ id: string }>(service.url, '/api/webhooks', hook)).body;
    const test = await post<{ id: string }>(service.url, `/api/webhooks/${hookId}/test`, {});
    await post(service.url, '/api/jobs/retry', { filter: { job_ids: [jobId] } });
    const asked = {
      '/api/status': `/api/status?jobid=${jobId}`,
      '/api/jobs': '/api/jobs?limit=1',
      '/api/jobs/{id}': `/api/jobs/${jobId}`,
      '/api/jobs/{id}/summary': `/api/jobs/${jobId}/summary`,
      '/api/jobs/{id}/images': `/api/jobs/${jobId}/images`,
      '/api/jobs/{id}/failures': `/api/jobs/${jobId}/failures`,
      '/api/stats': '/api/stats',
      '/api/workers': '/api/workers',
      '/api/dispatch': '/api/dispatch',
      '/api/retries': '/api/retries',
      '/api/retries/{id}': '/api/retries/1',
      '/api/visits': '/api/visits?storeid=RP00001',
      '/api/groups': '/api/groups',
      '/api/groups/{id}': '/api/groups/1',
      '/api/groups/{id}/stores': '/api/groups/1/stores?limit=1',
      '/api/groups/{id}/versions': '/api/groups/1/versions',
      '/api/tags': '/api/tags',
      '/api/stores': '/api/stores?limit=2',
      '/api/stores/{store_id}': '/api/stores/RP00001',
      '/api/stores/imports': '/api/stores/imports',
      '/api/areas': '/api/areas',
      '/api/areas/figures': '/api/areas/figures',
      '/api/stores/{store_id}/figures': '/api/stores/RP00001/figures',
      '/api/stores/{store_id}/visits': '/api/stores/RP00001/visits',
      '/api/limits': '/api/limits',
      '/api/session': '/api/session',
      '/api/keys': '/api/keys',
      '/api/audit': '/api/audit',
      '/api/webhooks': '/api/webhooks',
      '/api/webhooks/{id}': `/api/webhooks/${hookId}`,
      '/api/webhooks/{id}/deliveries': `/api/webhooks/${hookId}/deliveries`,
      '/api/deliveries': '/api/deliveries',
      '/api/deliveries/{id}': `/api/deliveries/${test.body.id}`,
      '/health/live': '/health/live',
      '/health/ready': '/health/ready',
    };
    for (const [path, url] of Object.entries(asked)) {
      const { body } = await get(service.url, url);
      expect(differences(body, jsonOf(document.paths[path]?.get?.responses['200']), path)).toEqual([]);
    }
  });

  it('has every field that receivers of webhooks are sent', async () => {
    const hook = { url: 'http://127.0.0.1:9/', events: ['job.settled', 'job.failed'] };
    const { id } = (await post<{ id: string }>(service.url, '/api/webhooks', hook)).body;
    const jobId = await submit(service.url, [visit('RP00001', 'ftp://example.com/1.jpg')]);
    const listed = `/api/webhooks/${id}/deliveries?job_id=${jobId}`;
    const find = async () =>
      (await get<{ deliveries: { id: string; type: string }[] }>(service.url, listed)).body.deliveries;
    for (let tries = 0; tries < 200 && (await find()).length < 2; tries += 1) await sleep(50);
    const sent = await find();
    expect(sent.map(({ type }) => type).sort()).toEqual(['job.failed', 'job.settled']);
    const { webhooks } = document as unknown as { webhooks: Record<string, { post: OperationObject }> };
    for (const { id: deliveryId, type } of sent) {
      const { body } = await get<{ payload: object }>(service.url, `/api/deliveries/${deliveryId}`);
      expect(differences(body.payload, jsonOf(webhooks[type]?.post.requestBody), type)).toEqual([]);
    }
  });

  it('has examples that work where the service is', async () => {
    const content = (document.paths['/api/submit']?.post?.requestBody as ResponseObject | undefined)?.content;
    const { samples } = content?.['application/json']?.examples as Record<string, { value: object }>;
    const { body } = await post(service.url, '/api/submit', samples?.value);
    const { status, progress } = await untilSettled(service.url, body['job_id'] as string);
    expect({ status, processed: progress.processed }).toEqual({ status: 'completed', processed: 4 });
  });

  it('is shown at /docs without anything from elsewhere', async () => {
    // Under a name that is not this machine's, as on a server: Swagger UI behaves differently there.
    const browser = await launchBrowser(['--host-resolver-rules=MAP api.example 127.0.0.1']);
    try {
      const origin = `http://api.example:${service.port}`;
      const { page, errors, foreignRequests } = await openPage(browser, origin);
      await page.goto('/docs');
      await page.locator('.opblock').first().waitFor();
      expect(await page.locator('.opblock').count()).toBe(operations.length + 2); // and what webhooks are sent
      await page.locator('.opblock', { hasText: '/api/submit' }).locator('.opblock-summary').click();
      await page.getByText('Idempotency-Key').first().waitFor();
      await page.waitForLoadState('networkidle');
      // Chromium's remark on a header that counts only where there is HTTPS.
      const real = errors.filter((error) => !error.startsWith('The Cross-Origin-Opener-Policy header'));
      expect({ errors: real, foreignRequests }).toEqual({ errors: [], foreignRequests: [] });
    } finally {
      await browser.close();
    }
  }, 60_000);

  /** Fields a value has and its schema lacks, fields it must have and lacks, and types that do not fit. */
  function differences(value: unknown, schema: Schema, at: string): string[] {
    // What may be null is documented as one of two: something, or null.
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) {
      const found = choices.map((choice) => differences(value, choice, at));
      return found.some((wrong) => wrong.length === 0) ? [] : found.flat();
    }
    if (schema.allOf) return schema.allOf.flatMap((part) => differences(value, part, at));
    const { type, properties, required, items, additionalProperties } = resolve(schema);
    const types: string[] = [type ?? []].flat();
    if (!types.includes(typeOf(value)) && !(types.includes('number') && typeOf(value) === 'integer')) {
      return [`${at} is ${typeOf(value)}, documented as ${types.join(' or ')}`];
    }
    if (Array.isArray(value)) return value.flatMap((entry) => differences(entry, items as Schema, `${at}[]`));
    if (typeof value !== 'object' || value === null || additionalProperties) return [];
    const missing = (required ?? [])
      .filter((name) => !(name in value))
      .map((name) => `${at}.${name} is missing`);
    const wrong = Object.entries(value).flatMap(([name, entry]) => {
      const known = properties?.[name];
      return known ? differences(entry, known, `${at}.${name}`) : [`${at}.${name} is not documented`];
    });
    return [...missing, ...wrong];
  }

  function resolve(schema: Schema): SchemaObject {
    // A field that says more than its model holds the model alone in `allOf`.
    const [only] = schema.allOf ?? [];
    if (only) return resolve(only);
    if (!schema.$ref) return schema;
    const name = schema.$ref.replace('#/components/schemas/', '');
    return (document.components?.schemas?.[name] ?? {}) as SchemaObject;
  }
});

function jsonOf(response: unknown): Schema {
  return (response as ResponseObject).content?.['application/json']?.schema as Schema;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What Redocly finds, errors and warnings alike; it asks nobody on the network. */
async function lint(document: OpenAPIObject): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document, null, 2));
    const cli = 'node_modules/@redocly/cli/bin/cli.js';
    const args = [cli, 'lint', '--config=redocly.yaml', '--format=json', '--max-problems=1000', file];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    // It exits with 1 when there are errors; its report tells more.
    const output = await new Promise<string>((done) =>
      execFile(process.execPath, args, { env }, (_, stdout, stderr) => done(stdout || stderr)),
    );
    const { problems } = JSON.parse(output) as {
      problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
    };
    return problems.map(
      ({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
