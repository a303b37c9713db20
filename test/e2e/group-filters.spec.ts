import { setTimeout as sleep } from 'node:timers/promises';
import { get, post, submit, untilSettled, visit } from '../support/api.js';
import { EventFollower } from '../support/event-follower.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

let stack: Stack;
let service: Service;
let hotels: string;
let others: string;
/** A job at a hotel and another store, one at the other store alone. */
let both: string;
let other: string;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 4);
  await stack.database.dataSource.query(`UPDATE stores SET area_code = 'H' WHERE id = 'RP00001'`);
  service = await stack.start({ IMAGE_VERIFY: 'header' });
  hotels = await make('Hotels', { area: ['H'] });
  others = await make('Others', { not: { group: hotels } });
  const good = `${service.url}/samples/shelf-4.gif`;
  const bad = `${service.url}/none.jpg`;
  both = await submit(service.url, [visit('RP00001', good, bad), visit('RP00002', good, bad, bad)]);
  other = await submit(service.url, [visit('RP00002', good)]);
  await untilSettled(service.url, both);
  await untilSettled(service.url, other);
});
afterAll(() => stack?.stop());

async function make(name: string, rule: object): Promise<string> {
  return (await post<{ id: string }>(service.url, '/api/groups', { name, rule })).body.id;
}

describe('A group narrows', () => {
  it('the list of jobs', async () => {
    const idsOf = async (query: string) => {
      const { body } = await get<{ jobs: { job_id: string }[] }>(service.url, `/api/jobs?${query}`);
      return body.jobs.map(({ job_id }) => job_id);
    };
    expect(await idsOf(`group=${hotels}`)).toEqual([both]);
    expect(await idsOf(`group=${others}`)).toEqual([other, both]);
    expect(await idsOf(`group=${others}&status=completed`)).toEqual([other]);
  });

  it('the images of a job', async () => {
    const { body } = await get<{ images: { store_id: string }[] }>(
      service.url,
      `/api/jobs/${both}/images?group=${hotels}&state=failed`,
    );
    expect(body.images.map(({ store_id }) => store_id)).toEqual(['RP00001']);
  });

  it('exports, of everything and of a job', async () => {
    for (const path of ['/api/results.csv', `/api/jobs/${both}/results.csv`]) {
      const response = await fetch(`${service.url}${path}?group=${hotels}`);
      expect([path, response.status, response.headers.get('X-Total-Count')]).toEqual([path, 200, '2']);
      expect((await response.text()).trim().split('\n')).toHaveLength(3);
    }
    const xlsx = await fetch(`${service.url}/api/jobs/${both}/results.xlsx?group=${hotels}`);
    expect(xlsx.headers.get('X-Total-Count')).toBe('2');
  });

  it('visits, and figures of areas', async () => {
    const visits = await get(service.url, `/api/visits?group=${hotels}`);
    expect(visits.body).toMatchObject({ stores: [{ store_id: 'RP00001' }], next_cursor: null });
    const { body: kinds } = await get<{ categories: { category: string; stores: number }[] }>(
      service.url,
      `/api/categories?group=${hotels}`,
    );
    expect(kinds.categories.filter(({ stores }) => stores > 0)).toMatchObject([
      { category: 'general', stores: 1 },
    ]);
    const areas = await get(service.url, `/api/areas/figures?group=${hotels}`);
    expect(areas.body).toMatchObject({
      areas: [{ stores: 1, visits: 1, images: 2, measured: 1, failed: 1 }],
    });
  });

  it('what is cancelled and what runs again', async () => {
    const cancel = await post(service.url, '/api/jobs/cancel', { filter: { group: hotels }, dry_run: true });
    expect(cancel.body).toMatchObject({ jobs: 0 });
    const one = await post(service.url, `/api/jobs/${both}/retry`, { group: hotels, dry_run: true });
    expect(one.body).toMatchObject({ images: 1 });
    const many = await post(service.url, '/api/jobs/retry', { filter: { group: others }, dry_run: true });
    expect(many.body).toMatchObject({ jobs: 1, images: 2, stores: 1 });
    const retry = await post<{ retry_id: string }>(service.url, '/api/jobs/retry', {
      filter: { group: hotels },
    });
    expect(retry).toMatchObject({ status: 202, body: { jobs: 1, images: 1 } });
    const isDone = async () => {
      const { body } = await get<{ jobs: { settled: number } }>(
        service.url,
        `/api/retries/${retry.body.retry_id}`,
      );
      return body.jobs.settled === 1;
    };
    while (!(await isDone())) await sleep(50);
    const again = await get(service.url, `/api/jobs/${both}/images?run=1`);
    expect(again.body).toMatchObject({ images: [{ store_id: 'RP00001' }] });
  });

  it('the stream of jobs', async () => {
    const stream = await EventFollower.open(`${service.url}/api/events?group=${hotels}`);
    await stream.until(() => stream.of('snapshot').length > 0);
    const good = `${service.url}/samples/shelf-4.gif`;
    await submit(service.url, [visit('RP00003', good)]);
    const told = await submit(service.url, [visit('RP00001', good)]);
    await stream.until(() => stream.of('settled').length > 0);
    const heard = [...stream.of('progress'), ...stream.of('settled')].flatMap(
      ({ data }) => data['jobs'] as { job_id: string }[],
    );
    expect(new Set(heard.map(({ job_id }) => job_id))).toEqual(new Set([told]));
    stream.cut();
  });
});

describe('The summary of a group', () => {
  it('tells stores, visits, images, success, durations and errors, by day', async () => {
    const { body } = await get(service.url, `/api/groups/${others}/summary`);
    expect(body).toMatchObject({
      group_id: others,
      name: 'Others',
      stores: 3,
      active_stores: 3,
      images: expect.any(Number) as number,
      codes: { HTTP_404: 2 },
      median_ms: expect.any(Number) as number,
      p95_ms: expect.any(Number) as number,
      days: [{ day: new Date().toISOString().slice(0, 10), success_percent: expect.any(Number) as number }],
    });
  });

  it('stands beside that of others', async () => {
    const { body } = await get(service.url, `/api/groups/compare?ids=${hotels},${others}`);
    expect(body).toMatchObject({
      groups: [
        { name: 'Hotels', stores: 1 },
        { name: 'Others', stores: 3 },
      ],
      overlaps: [{ group_ids: [hotels, others], stores: 0 }],
    });
  });
});

describe('A group that is not there', () => {
  it.each([
    '/api/jobs?group=999',
    '/api/jobs?group=x',
    '/api/jobs/1/images?group=999',
    '/api/jobs/1/results.csv?group=999',
    '/api/results.csv?group=999',
    '/api/visits?group=999',
    '/api/areas/figures?group=999',
    '/api/events?group=999',
    '/api/stores?group=999',
  ])('is a bad filter: GET %s', async (path) => {
    const { status, body } = await get(service.url, path);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'GROUP_NOT_FOUND' } });
  });

  it.each([
    ['/api/jobs/retry', { filter: { group: '999' } }],
    ['/api/jobs/cancel', { filter: { group: '999' } }],
    ['/api/jobs/1/retry', { group: '999' }],
  ])('is a bad filter: POST %s', async (path, body) => {
    expect(await post(service.url, path, body)).toMatchObject({
      status: 400,
      body: { code: 'GROUP_NOT_FOUND' },
    });
  });

  it.each<[string, number]>([
    ['/api/groups/999/summary', 404],
    ['/api/groups/compare?ids=1,999', 404],
    ['/api/groups/compare?ids=1', 400],
    ['/api/groups/compare?ids=1,2,3,4,5,6,7', 400],
    ['/api/groups/compare', 400],
    ['/api/groups/1/summary?from=2020-01-01&to=2021-01-01', 400],
  ])('or too many of them: GET %s', async (path, status) => {
    expect((await get(service.url, path)).status).toBe(status);
  });
});
