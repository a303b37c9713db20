import { get, post } from '../support/api.js';
import { startStack, type Stack } from '../support/stack.js';
import type { Service } from '../support/service.js';
import { csvOf, importCsv } from '../support/store-master.js';

interface Page {
  readonly clusters: readonly {
    readonly area_code: string;
    readonly state: string;
    readonly confidence: number;
    readonly reasons: readonly string[];
    readonly stores: readonly { readonly store_id: string }[];
    readonly decision: { readonly id: string; readonly decided_by: string } | null;
  }[];
  readonly next_cursor: string | null;
  readonly areas_searched: number;
  readonly stores_searched: number;
  readonly is_complete: boolean;
}

const MASTER = [
  '1,MAA LAXMI BHANDAR,S1',
  '1,MA LAKSHMI BHANDER,S2',
  '1,LAXMI BHANDAR,S3',
  '1,AJAY PAN GHAR,S4',
  '1,AJAY HOTEL,S5',
  '2,BHOLE NATH STORE,S6',
  '2,BHOLENATH STORES,S7',
  '2,MAA LAXMI BHANDAR,S8',
  '3,MAA LAXMI BHANDAR,T1',
  '3,MA LAKSHMI BHANDER,T2',
  '3,BHOLE NATH STORE,T3',
  '3,BHOLENATH STORES,T4',
  '3,R K GUPTA,T5',
  '3,R. K. GUPTA,T6',
];

/** The clusters of area 3, the surest first. */
const THREE = ['T5 T6', 'T1 T2', 'T3 T4'];

let stack: Stack;
let service: Service;
beforeAll(async () => {
  stack = await startStack();
  await importCsv(stack.database.url, csvOf(...MASTER));
  service = await stack.start({ ROLE: 'api' });
  while ((await list()).areas_searched < 3) await new Promise((done) => setTimeout(done, 200));
});
afterAll(() => stack.stop());

const list = async (query = '') => (await get<Page>(service.url, `/api/stores/duplicates?${query}`)).body;
const idsIn = async (query = '') =>
  (await list(query)).clusters.map(({ stores }) => stores.map(({ store_id }) => store_id).join(' '));
const decide = (verdict: unknown, ...store_ids: unknown[]) =>
  post<{ id: string; code: string; error: string }>(service.url, '/api/stores/duplicates/decisions', {
    verdict,
    store_ids,
  });
const undo = (id: string) =>
  fetch(`${service.url}/api/stores/duplicates/decisions/${id}`, { method: 'DELETE' });

describe('Probable duplicates', () => {
  it('are clusters of stores of one area, with confidence and reasons', async () => {
    expect(await idsIn()).toEqual(['S1 S2 S3', 'S6 S7', ...THREE]);
    const [cluster] = (await list()).clusters;
    expect(cluster).toMatchObject({ area_code: '1', state: 'open', decision: null });
    expect(cluster?.confidence).toBeGreaterThan(0.7);
    expect(cluster?.reasons.join()).toContain('sounds like');
  });

  it('are paged, also over areas, and kept to one', async () => {
    const first = await list('limit=1');
    expect(first.clusters).toHaveLength(1);
    expect(await idsIn(`limit=1&cursor=${first.next_cursor}`)).toEqual(['S6 S7']);
    expect(await idsIn('area_code=2')).toEqual(['S6 S7']);
  });

  it('tell how much was searched', async () => {
    expect(await list()).toMatchObject({ areas_searched: 3, stores_searched: 14, is_complete: true });
    expect(await list('area_code=2')).toMatchObject({ areas_searched: 1, stores_searched: 3 });
  });

  it('are not skipped when those of the page before were decided meanwhile', async () => {
    const first = await list('area_code=3&limit=1');
    const { body } = await decide('different', 'T5', 'T6');
    const rest = await idsIn(`area_code=3&limit=5&cursor=${first.next_cursor}`);
    await undo(body.id);
    expect(rest).toEqual(THREE.slice(1));
    expect(await idsIn('area_code=3')).toEqual(THREE);
  });

  it('are narrowed to those with a store of a group', async () => {
    const make = async (rule: object) =>
      (await post<{ id: string }>(service.url, '/api/groups', { name: JSON.stringify(rule), rule })).body.id;
    const two = await make({ area: ['2'] });
    const others = await make({ not: { group: two } });
    expect(await idsIn(`group=${two}`)).toEqual(['S6 S7']);
    expect(await idsIn(`group=${others}`)).toEqual(['S1 S2 S3', ...THREE]);
    const { body } = await decide('same', 'S6', 'S7');
    expect(await idsIn(`group=${two}`)).toEqual([]);
    expect(await idsIn(`group=${two}&state=same`)).toEqual(['S6 S7']);
    expect(await idsIn(`group=${others}&state=same`)).toEqual([]);
    await undo(body.id);
    const none = await get(service.url, '/api/stores/duplicates?group=999');
    expect([none.status, none.body['code']]).toEqual([400, 'GROUP_NOT_FOUND']);
  });

  it('are listed by decision, the newest first, without one that another took the place of', async () => {
    const ids = [
      await decide('same', 'S1', 'S2'),
      await decide('same', 'S6', 'S7'),
      await decide('same', 'S1', 'S2', 'S3'),
    ].map(({ body }) => body.id);
    const first = await list('state=same&limit=1');
    expect(first.clusters[0]?.decision?.id).toBe(ids[2]);
    expect(await idsIn(`state=same&cursor=${first.next_cursor}`)).toEqual(['S6 S7']);
    expect(await idsIn('area_code=1')).toEqual([]);
    await undo(ids[2] ?? '');
    expect(await idsIn('state=same')).toEqual(['S6 S7', 'S1 S2']);
    expect(await idsIn('area_code=1')).toEqual(['S1 S2 S3']);
    await Promise.all(ids.slice(0, 2).map(undo));
  });

  it('that are different never come back, also through a third store, until it is undone', async () => {
    const { status, body } = await decide('different', 'S1', 'S2');
    expect(status).toBe(201);
    const open = await idsIn('area_code=1');
    expect(open.some((ids) => ids.includes('S1') && ids.includes('S2'))).toBe(false);
    expect(await idsIn('state=different')).toEqual(['S1 S2']);
    expect((await undo(body.id)).status).toBe(204);
    expect(await idsIn('area_code=1')).toEqual(['S1 S2 S3']);
    expect((await undo(body.id)).status).toBe(404);
  });

  it('that are the same stay as confirmed, and are in the audit log', async () => {
    const { body } = await decide('same', 'S6', 'S7');
    expect(await idsIn('area_code=2')).toEqual([]);
    const [confirmed] = (await list('state=same')).clusters;
    expect(confirmed).toMatchObject({ state: 'same', confidence: 1, decision: { id: body.id } });
    const { body: audit } = await get<{ entries: { subject: string; detail: object }[] }>(
      service.url,
      '/api/audit?action=duplicates.decided',
    );
    expect(audit.entries[0]).toMatchObject({
      subject: body.id,
      detail: { verdict: 'same', store_ids: ['S6', 'S7'] },
    });
    await undo(body.id);
  });

  it.each([
    ['maybe', ['S1', 'S2'], 400, 'INVALID_INPUT'],
    ['same', ['S1'], 400, 'INVALID_INPUT'],
    ['same', ['S1', 'S1'], 400, 'INVALID_INPUT'],
    ['same', ['S1', 7], 400, 'INVALID_INPUT'],
    ['same', 'S1', 400, 'INVALID_INPUT'],
    ['same', ['S1', 'S\0'], 400, 'INVALID_INPUT'],
    ['same', ['S1', 'S8'], 400, 'STORES_OF_MANY_AREAS'],
    ['same', ['S1', 'nobody'], 404, 'STORE_NOT_FOUND'],
  ])('cannot be decided as %j about %j', async (verdict, ids, status, code) => {
    const answer = await post(service.url, '/api/stores/duplicates/decisions', { verdict, store_ids: ids });
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it.each(['state=sure', 'limit=0', 'cursor=x', 'group=x', 'state=same&cursor=WyJ4Il0'])(
    'cannot be listed with %s',
    async (query) => {
      expect((await get(service.url, `/api/stores/duplicates?${query}`)).status).toBe(400);
    },
  );

  it('have no decision with an odd id', async () => {
    expect((await undo('x')).status).toBe(404);
    expect((await undo('99999999999999999999')).status).toBe(404);
  });
});
