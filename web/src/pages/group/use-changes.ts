import type { Schema } from '../../api/client.js';
import { ApiError, isErrorBody } from '../../api/api-error.js';
import { api, content, done } from '../../data/api.js';
import { refreshGroups } from '../../data/groups.js';
import { counted } from '../../parts/text.js';
import { tellDone } from '../../parts/toasts.js';

type Mode = 'add' | 'remove' | 'replace';

/** A list that was refused because of its rows. */
export class ListRefusedError extends ApiError {
  constructor(readonly refusal: Schema<'MembersRefusedDto'>) {
    super(422, refusal.code, refusal.error);
  }
}

/** Changes a group, and offers to take that back. */
export async function changeGroup(
  id: string,
  version: number,
  body: Schema<'ChangeGroupRequest'>,
): Promise<void> {
  const group = await content(
    api.PATCH('/api/groups/{id}', { params: { path: { id } }, body: { ...body, seen_version: version } }),
  );
  refreshGroups();
  if (group.version === version) return tellNothing();
  tellDone(`“${group.name}” has ${counted(group.stores, 'store')} now.`, () => restoreVersion(id, version));
}

export async function restoreVersion(id: string, version?: number): Promise<void> {
  const body = version === undefined ? {} : { version };
  const group = await content(api.POST('/api/groups/{id}/restore', { params: { path: { id } }, body }));
  refreshGroups();
  const what = version === undefined ? 'is back' : `is what it was in version ${version}`;
  tellDone(`“${group.name}” ${what}.`);
}

export async function deleteGroup(id: string, name: string): Promise<void> {
  await done(api.DELETE('/api/groups/{id}', { params: { path: { id } } }));
  refreshGroups();
  tellDone(`“${name}” is deleted.`, () => restoreVersion(id));
}

/** Sends a file of store ids. @throws ListRefusedError with the rows that name no store */
export async function sendList(
  id: string,
  version: number,
  file: File,
  mode: Mode,
  isLax: boolean,
): Promise<void> {
  const response = await fetch(`/api/groups/${id}/members?mode=${mode}&allow_rejects=${isLax}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: file,
  });
  const body: unknown = await response.json();
  if (response.status === 422 && typeof body === 'object' && body !== null && 'rejects' in body) {
    throw new ListRefusedError(body as Schema<'MembersRefusedDto'>);
  }
  if (isErrorBody(body)) throw new ApiError(response.status, body.code, body.error);
  refreshGroups();
  tellCounts(id, version, body as Schema<'GroupMembersDto'>);
}

export async function removeStore(id: string, version: number, storeId: string): Promise<void> {
  const params = { path: { id }, query: { mode: 'remove' as const } };
  const counts = await content(
    api.POST('/api/groups/{id}/members', { params, body: { store_ids: [storeId] } }),
  );
  refreshGroups();
  tellCounts(id, version, counts);
}

export async function addStore(id: string, version: number, storeId: string): Promise<void> {
  const params = { path: { id }, query: { mode: 'add' as const } };
  const counts = await content(
    api.POST('/api/groups/{id}/members', { params, body: { store_ids: [storeId] } }),
  );
  refreshGroups();
  tellCounts(id, version, counts);
}

function tellCounts(id: string, version: number, { added, removed }: Schema<'GroupMembersDto'>): void {
  if (added + removed === 0) return tellNothing();
  const said = [
    added > 0 && `${counted(added, 'store')} added`,
    removed > 0 && `${counted(removed, 'store')} removed`,
  ];
  tellDone(`${said.filter(Boolean).join(', ')}.`, () => restoreVersion(id, version));
}

function tellNothing(): void {
  tellDone('Nothing had to be changed: it was so already.');
}
