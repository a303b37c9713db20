import { get, post, type Answer } from '../support/api.js';
import { bearer, makeKey } from '../support/keys.js';
import type { Service } from '../support/service.js';
import { addStores, startStack, type Stack } from '../support/stack.js';

interface GroupBody {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly stores: number;
  readonly used_by: readonly { name: string }[];
}
interface StoresBody {
  readonly stores: readonly { store_id: string; tags: string[] }[];
  readonly next_cursor: string | null;
}

let stack: Stack;
let service: Service;

beforeAll(async () => {
  stack = await startStack();
  await addStores(stack.database, 10);
  await stack.database.dataSource.query(`UPDATE stores SET area_code = 'B' WHERE id > 'RP00006'`);
  service = await stack.start();
});
afterAll(() => stack?.stop());

const make = async (body: object) => (await post<GroupBody>(service.url, '/api/groups', body)).body;

async function send<T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<Answer<T>> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(service.url + path, {
    method,
    ...(body !== undefined && { body: text, headers: { 'Content-Type': type } }),
  });
  const answer = response.status === 204 ? '{}' : await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(answer) as T };
}

const storesOf = async (id: string) => {
  const { body } = await get<StoresBody>(service.url, `/api/groups/${id}/stores`);
  return body.stores.map(({ store_id }) => store_id);
};

describe('A group', () => {
  it('is made by a rule, found by its name, changed, and told with its stores', async () => {
    const created = await post<GroupBody>(service.url, '/api/groups', {
      name: '  Medical   shops ',
      rule: { all: [{ area: ['B'] }, { not: { name: 'store 10' } }] },
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: 'Medical shops',
        kind: 'rule',
        version: 1,
        stores: 3,
        active_stores: 3,
        uses: [],
        used_by: [],
      },
    });
    const { id } = created.body;
    expect(await storesOf(id)).toEqual(['RP00007', 'RP00008', 'RP00009']);
    expect((await get(service.url, '/api/groups?q=medic')).body).toMatchObject({ groups: [{ id }] });

    const patched = await send('PATCH', `/api/groups/${id}`, { rule: { area: ['B'] }, seen_version: 1 });
    expect(patched).toMatchObject({ status: 200, body: { version: 2, stores: 4, name: 'Medical shops' } });
    const put = await send('PUT', `/api/groups/${id}`, { name: 'Some', store_ids: ['RP00001'] });
    expect(put.body).toMatchObject({ version: 3, kind: 'list', rule: null, stores: 1, name: 'Some' });
    const late = await send('PATCH', `/api/groups/${id}`, { name: 'Mine', seen_version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'GROUP_CHANGED' } });
  });

  it('goes back to what it was, and comes back when it was deleted', async () => {
    const { id } = await make({ name: 'Undone', rule: { area: ['B'] } });
    await send('PATCH', `/api/groups/${id}`, { rule: { active: false }, description: 'wrong' });
    const restore = (body: object) => post(service.url, `/api/groups/${id}/restore`, body);
    const late = await restore({ version: 1, seen_version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'GROUP_CHANGED' } });
    const restored = await restore({ version: 1, seen_version: 2 });
    expect(restored).toMatchObject({
      status: 200,
      body: { version: 3, rule: { area: ['B'] }, description: '' },
    });
    const { body } = await get(service.url, `/api/groups/${id}/versions?limit=1`);
    expect(body).toMatchObject({
      versions: [{ version: 3, restored_from: 1, changed_by: 'open' }],
      next_cursor: expect.any(String) as string,
    });

    expect((await send('DELETE', `/api/groups/${id}`)).status).toBe(204);
    expect((await get(service.url, `/api/groups/${id}/stores`)).status).toBe(404);
    expect((await get(service.url, '/api/groups?deleted=true&q=undone')).body).toMatchObject({
      groups: [{ id }],
    });
    expect((await restore({})).status).toBe(200);
    expect(await storesOf(id)).toHaveLength(4);
    expect(await restore({})).toMatchObject({ status: 409, body: { code: 'GROUP_NOT_DELETED' } });
  });

  it('uses others, never itself, and keeps those it uses from being deleted', async () => {
    const inner = await make({ name: 'Inner', rule: { area: ['B'] } });
    const outer = await make({ name: 'Outer', rule: { any: [{ group: inner.id }, { name: 'store 1' }] } });
    expect(outer.stores).toBe(5); // RP00001 as well; RP00010 is in both
    expect((await get(service.url, `/api/groups/${inner.id}`)).body).toMatchObject({
      used_by: [{ id: outer.id, name: 'Outer' }],
    });
    const deleted = await send('DELETE', `/api/groups/${inner.id}`);
    expect(deleted).toMatchObject({
      status: 409,
      body: { code: 'GROUP_IN_USE', error: 'The group "Inner" is used by "Outer"; change these first.' },
    });
    const circle = await send('PATCH', `/api/groups/${inner.id}`, { rule: { not: { group: outer.id } } });
    expect(circle).toMatchObject({
      status: 409,
      body: {
        code: 'GROUP_CIRCLE',
        error: 'Groups must not contain themselves: "Inner" uses "Outer" uses "Inner".',
      },
    });
  });

  it('is tried out before it is kept', async () => {
    const { body } = await post(service.url, '/api/groups/preview', { rule: { area: ['B'] } });
    expect(body).toMatchObject({
      stores: 4,
      active_stores: 4,
      first: [{ store_id: 'RP00007' }, {}, {}, {}],
    });
    const list = await post(service.url, '/api/groups/preview', { store_ids: ['RP00002'] });
    expect(list.body).toMatchObject({ stores: 1 });
  });

  it('takes a CSV file as its list, all of it or nothing, with the rows that are wrong', async () => {
    const { id } = await make({ name: 'By file', store_ids: [] });
    const csv = (mode: string, text: string, more = '') =>
      send(`POST`, `/api/groups/${id}/members?mode=${mode}${more}`, text, 'text/csv');
    const bad = 'Store_ID,Note\r\nRP00001,"a, b"\r\n,y\r\nNOBODY,x\r\n';
    expect(await csv('add', bad)).toMatchObject({
      status: 422,
      body: {
        code: 'STORE_LIST_REJECTED',
        rows: 3,
        rejected: 2,
        rejects: [
          { line: 3, reason: 'store_id is blank.' },
          { line: 4, reason: 'The store "NOBODY" is not in the Store Master.' },
        ],
      },
    });
    expect(await storesOf(id)).toEqual([]);
    expect((await csv('add', bad, '&allow_rejects=true')).body).toMatchObject({ added: 1, rejected: 2 });
    const header = 'AreaCode,StoreName,StoreID\nA,X,RP00002\n';
    expect((await csv('add', header)).body).toMatchObject({ added: 1, version: 3 });
    expect((await csv('add', header)).body).toMatchObject({ added: 0, version: 3 });
    expect((await csv('remove', 'store_id\nRP00001\nRP00005\n')).body).toMatchObject({
      added: 0,
      removed: 1,
    });
    expect((await csv('replace', 'store_id\nRP00003\nRP00002\n')).body).toMatchObject({
      added: 1,
      removed: 0,
    });
    expect(await storesOf(id)).toEqual(['RP00002', 'RP00003']);
    expect(await csv('add', 'name\nx\n')).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Missing column store_id') as string },
    });
    const json = await post(service.url, `/api/groups/${id}/members`, { store_ids: ['RP00009'] });
    expect(json.body).toMatchObject({ added: 1 });
    expect((await get(service.url, `/api/groups/${id}`)).body).toMatchObject({ version: 6, stores: 3 });
  });

  it('with a rule takes no list', async () => {
    const { id } = await make({ name: 'Ruled', rule: { active: true } });
    const answer = await post(service.url, `/api/groups/${id}/members`, { store_ids: ['RP00001'] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'GROUP_HAS_RULE' } });
  });

  it.each<[string, string, unknown, number, string]>([
    ['POST', '/api/groups', { name: 'x' }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups', { name: ' ', rule: { active: true } }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups', { name: 'x', rule: { active: 1 } }, 400, 'INVALID_RULE'],
    ['POST', '/api/groups', { name: 'x', rule: { active: true }, store_ids: [] }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups', { name: 'x', rule: { group: '999' } }, 400, 'GROUP_NOT_FOUND'],
    ['POST', '/api/groups', { name: 'x', store_ids: ['NOBODY'] }, 400, 'UNKNOWN_STORE'],
    ['POST', '/api/groups', { name: 'x\0', rule: { active: true } }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups', { name: 'x', rul: { active: true } }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups', [], 400, 'INVALID_INPUT'],
    ['POST', '/api/groups/preview', {}, 400, 'INVALID_INPUT'],
    ['PATCH', '/api/groups/999', { name: 'x' }, 404, 'GROUP_NOT_FOUND'],
    ['PATCH', '/api/groups/x', { name: 'x' }, 404, 'GROUP_NOT_FOUND'],
    ['DELETE', '/api/groups/99999999999999999999', undefined, 404, 'GROUP_NOT_FOUND'],
    ['GET', '/api/groups/0', undefined, 404, 'GROUP_NOT_FOUND'],
    ['GET', '/api/groups/999/stores', undefined, 404, 'GROUP_NOT_FOUND'],
    ['GET', '/api/groups/999/versions', undefined, 404, 'GROUP_NOT_FOUND'],
    ['POST', '/api/groups/999/members', { store_ids: [] }, 404, 'GROUP_NOT_FOUND'],
    ['POST', '/api/groups/1/members', { store_ids: 'RP00001' }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups/1/restore', { version: 999 }, 404, 'GROUP_VERSION_NOT_FOUND'],
    ['POST', '/api/groups/1/restore', { version: '1' }, 400, 'INVALID_INPUT'],
    ['POST', '/api/groups/1/restore', { seen_version: 0 }, 400, 'INVALID_INPUT'],
    ['GET', '/api/stores?group=999', undefined, 400, 'GROUP_NOT_FOUND'],
    ['GET', '/api/stores?group=x', undefined, 400, 'GROUP_NOT_FOUND'],
    ['GET', '/api/stores?tag=,', undefined, 400, 'INVALID_INPUT'],
  ])('%s %s with %j answers %i %s', async (method, path, body, status, code) => {
    const answer = await send(method, path, body);
    expect(answer).toMatchObject({ status, body: { code, error: expect.any(String) as string } });
  });
});

describe('Tags', () => {
  it('are set on one store, on a list and on a group, filter the stores, and can be taken back', async () => {
    const set = await send('PUT', '/api/stores/RP00001/tags', { tags: ['Route 7', 'vip'] });
    expect(set.body).toMatchObject({ stores: 1 });
    expect((await get(service.url, '/api/stores/RP00001')).body).toMatchObject({ tags: ['route-7', 'vip'] });

    const { id } = await make({ name: 'Area B', rule: { area: ['B'] } });
    const body = { group: id, add: ['night'] };
    const dry = await post(service.url, '/api/tags/changes', { ...body, dry_run: true });
    expect(dry.body).toEqual({ change_id: null, stores: 4, dry_run: true });
    const changed = await post<{ change_id: string }>(service.url, '/api/tags/changes', body);
    expect(changed.body).toMatchObject({ stores: 4 });
    await post(service.url, '/api/tags/changes', { store_ids: ['RP00001'], add: ['night'], remove: ['vip'] });
    const { body: tagged } = await get<StoresBody>(service.url, '/api/stores?tag=night');
    expect(tagged.stores.map(({ store_id }) => store_id)).toEqual([
      'RP00001',
      'RP00007',
      'RP00008',
      'RP00009',
      'RP00010',
    ]);
    expect((await get(service.url, '/api/tags')).body).toEqual({
      tags: [
        { tag: 'night', stores: 5 },
        { tag: 'route-7', stores: 1 },
      ],
    });
    const undone = await post(service.url, `/api/tags/changes/${changed.body.change_id}/undo`, {});
    expect(undone.body).toMatchObject({ stores: 4 });
    const { body: left } = await get<StoresBody>(service.url, '/api/stores?tag=night');
    expect(left.stores.map(({ store_id }) => store_id)).toEqual(['RP00001']);
  });

  it.each<[string, string, unknown, number, string]>([
    ['PUT', '/api/stores/NOBODY/tags', { tags: [] }, 404, 'STORE_NOT_FOUND'],
    ['PUT', '/api/stores/RP00001/tags', { tags: 'vip' }, 400, 'INVALID_INPUT'],
    ['POST', '/api/tags/changes', { add: ['vip'] }, 400, 'INVALID_INPUT'],
    ['POST', '/api/tags/changes', { group: '999', add: ['vip'] }, 400, 'GROUP_NOT_FOUND'],
    ['POST', '/api/tags/changes', { store_ids: ['NOBODY'], add: ['vip'] }, 400, 'UNKNOWN_STORE'],
    ['POST', '/api/tags/changes', { area_code: 'B', add: ['a'], remove: ['A'] }, 400, 'INVALID_INPUT'],
    ['POST', '/api/tags/changes/999/undo', {}, 404, 'TAG_CHANGE_NOT_FOUND'],
  ])('%s %s with %j answers %i %s', async (method, path, body, status, code) => {
    expect(await send(method, path, body)).toMatchObject({ status, body: { code } });
  });
});

describe('Who may read only', () => {
  it('sees groups, tries rules out, and changes nothing', async () => {
    const { dataSource } = stack.database;
    const key = bearer(await makeKey(dataSource, 'reader', 'read'));
    const asReader = (method: string, path: string, body?: object) =>
      fetch(service.url + path, {
        method,
        headers: { ...key, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }).then(({ status }) => status);
    const rule = { active: true };
    expect(await asReader('GET', '/api/groups')).toBe(200);
    expect(await asReader('POST', '/api/groups/preview', { rule })).toBe(200);
    expect(await asReader('POST', '/api/groups', { name: 'x', rule })).toBe(403);
    expect(await asReader('DELETE', '/api/groups/1')).toBe(403);
    expect(await asReader('POST', '/api/tags/changes', { area_code: 'B', add: ['x'] })).toBe(403);
  });
});

describe('A rule over names in any spelling', () => {
  it('can be tried, and holds what search hears as the same', async () => {
    const names = ['MAA LAXMI BHANDAR', 'LAKSHMI BHANDER', 'LAXMI STORE'];
    const rows = names.map((name, n) => `L,${name},L${n + 1}\n`).join('');
    await send('POST', '/api/stores/imports', `AreaCode,StoreName,StoreID\n${rows}`, 'text/csv');
    const rule = { name_like: 'bhandar laxmi' };
    expect((await post(service.url, '/api/groups/preview', { rule })).body).toMatchObject({
      stores: 2,
      is_complete: true,
      first: [{ store_id: 'L1' }, { store_id: 'L2' }],
    });
    const { id } = await make({ name: 'Laxmis', rule });
    expect(await storesOf(id)).toEqual(['L1', 'L2']);
    const none = await post(service.url, '/api/groups/preview', { rule: { name_like: '...' } });
    expect(none).toMatchObject({ status: 400, body: { code: 'INVALID_RULE' } });
  });
});
