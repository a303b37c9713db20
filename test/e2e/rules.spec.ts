import sharp from 'sharp';
import { get, post, submit, untilSettled, visit, type Answer } from '../support/api.js';
import { serveImages, type ImageServer } from '../support/image-server.js';
import { shelf } from '../support/pictures.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface Version {
  readonly version: number;
  readonly rules: { readonly default: object; readonly categories: object };
}
interface Image {
  readonly idx: number;
  readonly visit_no: number;
  readonly priority: number | null;
  readonly store_id: string;
  readonly image_url: string;
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  readonly width: number | null;
  readonly perimeter: number | null;
  readonly sharpness: number | null;
  readonly brightness: number | null;
  readonly rules_version: number | null;
  readonly warnings: readonly { code: string; message: string }[];
  readonly timings: Record<string, number | null>;
}

interface Replay {
  readonly counts: Record<string, unknown> | null;
  readonly images: readonly { job_id: string; idx: number; code: string | null; breaks: readonly object[] }[];
  readonly next_cursor: string | null;
}

let stack: Stack;
let images: ImageServer;
let service: Service;

beforeAll(async () => {
  const picture = await shelf().png().toBuffer();
  const [jpeg, blurred, dark, small, png] = await Promise.all([
    sharp(picture).jpeg().toBuffer(),
    sharp(picture).blur(20).jpeg().toBuffer(),
    sharp(picture).linear(0.1, 0).jpeg().toBuffer(),
    sharp(picture).resize(320, 240).jpeg().toBuffer(),
    sharp(picture).resize(800, 600).png().toBuffer(),
  ]);
  images = await serveImages({
    '/good.jpg': jpeg,
    '/blurred.jpg': blurred,
    '/dark.jpg': dark,
    '/small.jpg': small,
    '/other.png': png,
  });
  stack = await startStack();
  await addStores(stack.database);
  service = await stack.start();
  await setCategory('RP00001', 'grocery');
  await setCategory('RP00002', 'hotel-restaurant');
}, 60_000);

afterAll(async () => {
  await stack?.stop();
  await images?.stop();
});

/** As if somebody had said so by hand: nothing that learns changes it. */
async function setCategory(storeId: string, category: string): Promise<void> {
  await stack.database.dataSource.query(
    `UPDATE stores SET category = $2, category_source = 'hand', category_confidence = 1 WHERE id = $1`,
    [storeId, category],
  );
}

/** As nobody was given one. */
const cursorOf = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

const url = (name: string) => `${images.url}/${name}`;

async function put(body: unknown): Promise<Answer<Version & { error: string; code: string }>> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${service.url}/api/rules`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  const { status } = response;
  return { status, headers: response.headers, body: (await response.json()) as never };
}

/** Puts rules in force, whatever they were. */
async function setRules(criteria: object, categories: object = {}): Promise<Version> {
  const { body: current } = await get<Version>(service.url, '/api/rules');
  const rules = { default: { priority: 0, criteria }, categories };
  const { status, body } = await put({ based_on: current.version, rules });
  expect(status).toBe(200);
  return body;
}

async function imagesOf(jobId: string, query = ''): Promise<Image[]> {
  const { body } = await get<{ images: Image[] }>(service.url, `/api/jobs/${jobId}/images?${query}`);
  return body.images;
}

describe('Image rules', () => {
  it('reject what does not meet them with a code and a sentence, and keep what was seen', async () => {
    const { version } = await setRules({
      min_width: { limit: 640, effect: 'reject' },
      min_sharpness: { limit: 20, effect: 'reject' },
      min_brightness: { limit: 30, effect: 'reject' },
      formats: { limit: ['jpeg'], effect: 'reject' },
    });
    const names = ['good.jpg', 'small.jpg', 'blurred.jpg', 'dark.jpg', 'other.png'];
    const jobId = await submit(service.url, [visit('RP00001', ...names.map(url))]);
    await untilSettled(service.url, jobId);
    const all = await imagesOf(jobId);
    expect(all.map(({ code }) => code)).toEqual([
      null,
      'RULE_MIN_WIDTH',
      'RULE_MIN_SHARPNESS',
      'RULE_MIN_BRIGHTNESS',
      'RULE_FORMATS',
    ]);
    expect(all[1]?.error).toBe(
      `The image "${url('small.jpg')}" of store "RP00001" was rejected by a rule: it is 320 pixels wide, where at least 640 is asked for.`,
    );
    expect(all[1]).toMatchObject({ state: 'failed', width: 320, perimeter: null, rules_version: version });
    expect(all[1]?.timings).toMatchObject({ verify_ms: expect.any(Number) as number, simulate_ms: null });
    expect(all[0]).toMatchObject({
      state: 'measured',
      perimeter: 4_480,
      warnings: [],
      rules_version: version,
    });
    expect(all[0]?.sharpness).toBeGreaterThan(10 * (all[2]?.sharpness ?? 1e9));
    expect(all[0]?.brightness).toBeGreaterThan(5 * (all[3]?.brightness ?? 1e9));
  });

  it('warn without failing an image, where that is what they are for', async () => {
    await setRules({
      min_width: { limit: 640, effect: 'warn' },
      min_images: { limit: 2, effect: 'warn' },
    });
    const jobId = await submit(service.url, [
      visit('RP00001', url('small.jpg')),
      visit('RP00003', url('good.jpg'), url('other.png')),
    ]);
    expect((await untilSettled(service.url, jobId)).status).toBe('completed');
    const [warned, ...others] = await imagesOf(jobId);
    expect(warned).toMatchObject({ state: 'measured', code: null, perimeter: 1_120 });
    expect(warned?.warnings).toEqual([
      {
        code: 'RULE_MIN_WIDTH',
        message:
          'The image of store "RP00001" does not meet a rule: it is 320 pixels wide, where at least 640 is asked for.',
      },
      {
        code: 'RULE_MIN_IMAGES',
        message:
          'The image of store "RP00001" does not meet a rule: its visit has one image, where at least 2 is asked for.',
      },
    ]);
    expect(others.map(({ warnings }) => warnings)).toEqual([[], []]);
    expect(await imagesOf(jobId, 'warning=any')).toHaveLength(1);
    expect(await imagesOf(jobId, 'warning=RULE_MIN_IMAGES')).toHaveLength(1);
    expect(await imagesOf(jobId, 'warning=RULE_FORMATS')).toEqual([]);
    const { body: summary } = await get(service.url, `/api/jobs/${jobId}/summary`);
    expect(summary).toMatchObject({
      warned: 1,
      by_warning: [
        { code: 'RULE_MIN_IMAGES', images: 1, stores: 1 },
        { code: 'RULE_MIN_WIDTH', images: 1, stores: 1 },
      ],
    });
    const csv = await (await fetch(`${service.url}/api/jobs/${jobId}/results.csv?warning=any`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toMatch(/,RULE_MIN_WIDTH RULE_MIN_IMAGES,0,0\r\n$/);
  });

  it('count a warning only where the image passed', async () => {
    await setRules({
      min_width: { limit: 640, effect: 'reject' },
      min_images: { limit: 3, effect: 'warn' },
    });
    const jobId = await submit(service.url, [visit('RP00001', url('small.jpg'), url('good.jpg'))]);
    await untilSettled(service.url, jobId);
    const [rejected] = await imagesOf(jobId, 'state=failed');
    expect(rejected?.warnings).toMatchObject([{ code: 'RULE_MIN_IMAGES' }]);
    expect(await imagesOf(jobId, 'warning=any')).toMatchObject([{ image_url: url('good.jpg') }]);
    expect(await imagesOf(jobId, 'warning=RULE_MIN_IMAGES')).toHaveLength(1);
    const { body: summary } = await get(service.url, `/api/jobs/${jobId}/summary`);
    expect(summary).toMatchObject({ warned: 1, by_warning: [{ code: 'RULE_MIN_IMAGES', images: 1 }] });
  });

  it('hold for a category, for all work that begins after the change, and for a retry by hand', async () => {
    const reject = { criteria: { min_width: { limit: 640, effect: 'reject' } } };
    await setRules({}, { grocery: reject });
    const visits = [visit('RP00001', url('small.jpg')), visit('RP00003', url('small.jpg'))];
    const jobId = await submit(service.url, visits);
    await untilSettled(service.url, jobId);
    expect((await imagesOf(jobId)).map(({ state }) => state)).toEqual(['failed', 'measured']);

    const { version } = await setRules(
      {},
      { grocery: { criteria: { min_width: { limit: 320, effect: 'reject' } } } },
    );
    expect((await post(service.url, `/api/jobs/${jobId}/retry`, {})).status).toBe(202);
    expect((await untilSettled(service.url, jobId)).status).toBe('completed');
    expect(await imagesOf(jobId, 'store_id=RP00001')).toMatchObject([
      { state: 'measured', rules_version: version },
    ]);
    expect(await imagesOf(jobId, 'run=0&state=failed')).toMatchObject([{ code: 'RULE_MIN_WIDTH' }]);
  });
});

describe('A replay', () => {
  it('tells what rules would have done to what was measured, and changes nothing', async () => {
    await setRules({});
    const visits = [
      visit('RP00011', url('good.jpg'), url('small.jpg')),
      visit('RP00012', url('small.jpg'), url('dark.jpg')),
    ];
    await setCategory('RP00011', 'salon');
    await setCategory('RP00012', 'medical');
    const jobId = await submit(service.url, visits);
    await untilSettled(service.url, jobId);
    const rules = {
      default: { priority: 0, criteria: { min_width: { limit: 640, effect: 'reject' } } },
      categories: {
        medical: { criteria: { min_width: null, min_brightness: { limit: 30, effect: 'warn' } } },
      },
    };
    const ask = (more: object) =>
      post<Replay>(service.url, '/api/rules/replay', {
        rules,
        from: '2026-03-01',
        to: '2026-03-01',
        ...more,
      });
    const { status, body } = await ask({ store_id: 'RP00011' });
    expect(status).toBe(200);
    expect(body.counts).toEqual({
      images: 2,
      rejected: 1,
      warned: 0,
      not_judged: 0,
      rejected_then: 0,
      by_criterion: [{ criterion: 'min_width', code: 'RULE_MIN_WIDTH', effect: 'reject', images: 1 }],
      by_category: [{ category: 'salon', images: 2, rejected: 1, warned: 0, not_judged: 0 }],
    });
    expect(body.images).toMatchObject([
      {
        job_id: jobId,
        idx: 1,
        code: null,
        breaks: [
          {
            code: 'RULE_MIN_WIDTH',
            effect: 'reject',
            reason: 'it is 320 pixels wide, where at least 640 is asked for',
          },
        ],
      },
    ]);
    expect((await ask({ category: 'medical' })).body.counts).toMatchObject({
      images: 2,
      rejected: 0,
      warned: 1,
    });
    const { body: group } = await post<{ id: string }>(service.url, '/api/groups', {
      name: 'Salons',
      store_ids: ['RP00011', 'RP00013'],
    });
    expect((await ask({ group: group.id })).body.counts).toMatchObject({ images: 2, rejected: 1, warned: 0 });
    const both = { from: '2026-03-01T09:30:00Z', store_id: undefined };
    const placesOf = async (effect?: string) =>
      (await ask({ ...both, effect })).body.images
        .filter(({ job_id }) => job_id === jobId)
        .map(({ idx }) => idx);
    expect(await placesOf()).toEqual([3, 1]);
    expect(await placesOf('rejected')).toEqual([1]);
    expect(await placesOf('warned')).toEqual([3]);
    const first = await ask({ limit: 1 });
    const second = await ask({ limit: 1, cursor: first.body.next_cursor });
    expect(second.body.counts).toBeNull();
    expect(second.body.images[0]).not.toEqual(first.body.images[0]);
    expect((await imagesOf(jobId)).map(({ state }) => state)).toEqual(Array(4).fill('measured'));
    for (const wrong of [
      { rules: {} },
      { from: 'x' },
      { category: 'x' },
      { effect: 'warn' },
      { group: '999' },
      { cursor: 'x' },
      { cursor: cursorOf('1', '9999999999') },
      { limit: 0 },
      { from: '2025-01-01' },
    ])
      expect((await ask(wrong)).status).toBe(400);
  });
});

describe('A replay of what is not known', () => {
  it('counts apart the images of which the rules ask what was not kept', async () => {
    await setRules({});
    await setCategory('RP00014', 'salon');
    const jobId = await submit(service.url, [visit('RP00014', url('blurred.jpg'), url('small.jpg'))]);
    await untilSettled(service.url, jobId);
    await stack.database.dataSource.query(
      `UPDATE image_results SET sharpness = NULL, brightness = NULL WHERE job_id = $1 AND idx = 0`,
      [jobId],
    );
    const ask = async (criteria: object) => {
      const rules = { default: { priority: 0, criteria } };
      const range = { from: '2026-03-01', to: '2026-03-01', store_id: 'RP00014' };
      return (await post<Replay>(service.url, '/api/rules/replay', { rules, ...range })).body.counts;
    };
    const asked = await ask({ min_sharpness: { limit: 20, effect: 'reject' } });
    expect(asked).toMatchObject({ images: 2, rejected: 0, not_judged: 1, by_category: [{ not_judged: 1 }] });
    expect(await ask({ min_width: { limit: 640, effect: 'warn' } })).toMatchObject({ not_judged: 0 });
  });
});

describe('Dispatch priority', () => {
  it('puts hotels first, each visit with its images, and tells so in the list', async () => {
    await setRules({}, { 'hotel-restaurant': { priority: 10 } });
    const visits = [visit('RP00001', url('good.jpg'), url('small.jpg')), visit('RP00002', url('dark.jpg'))];
    const jobId = await submit(service.url, visits, { labels: { order: 'hotels' } });
    await untilSettled(service.url, jobId);
    const list = (await imagesOf(jobId)).map(({ idx, visit_no, store_id, priority }) => [
      idx,
      visit_no,
      store_id,
      priority,
    ]);
    expect(list).toEqual([
      [0, 1, 'RP00002', 10],
      [1, 0, 'RP00001', 0],
      [2, 0, 'RP00001', 0],
    ]);
    // A file keeps to the order of the request.
    const csv = await (await fetch(`${service.url}/api/jobs/${jobId}/results.csv`)).text();
    expect(csv.match(/RP0000\d/g)).toEqual(['RP00001', 'RP00001', 'RP00002']);
  });
});

describe('The rules', () => {
  it('are saved as versions, refused where they do not fit, and can be made current again', async () => {
    const { version } = await setRules({ min_width: { limit: 100, effect: 'warn' } });
    const rules = { default: { priority: 0, criteria: { min_width: { limit: 0, effect: 'warn' } } } };
    const refused = await put({ based_on: version, rules });
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({
      error: 'rules.default.criteria.min_width.limit must be a whole number from 1 to 100000, not "0".',
      code: 'INVALID_RULES',
    });
    const stale = await put({ based_on: version - 1, rules: { default: { priority: 0 } } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'RULES_CHANGED' } });
    expect((await put([])).status).toBe(400);

    const restored = await post<Version>(service.url, '/api/rules/versions/1/restore', { based_on: version });
    expect(restored).toMatchObject({ status: 200, body: { version: version + 1, restored_from: 1 } });
    const { body } = await get<{ versions: Version[] }>(service.url, '/api/rules/versions?limit=2');
    expect(body.versions.map((entry) => entry.version)).toEqual([version + 1, version]);
    const forged = await get(service.url, `/api/rules/versions?cursor=${cursorOf('9999999999')}`);
    expect(forged).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
    for (const path of ['99999', 'x', '0']) {
      const { status } = await get(service.url, `/api/rules/versions/${path}`);
      expect(status).toBe(path === '99999' ? 404 : 400);
    }
    const { body: log } = await get<{ entries: object[] }>(
      service.url,
      '/api/audit?action=rules.changed&limit=1',
    );
    expect(log.entries).toMatchObject([{ subject: String(version + 1), detail: { restored_from: 1 } }]);
  });
});
