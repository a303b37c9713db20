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

/** Changes a group, and offers to take that back. @param seen the version that is changed */
export async function changeGroup(
  id: string,
  seen: number,
  body: Schema<'ChangeGroupRequest'>,
): Promise<void> {
  const params = { path: { id } };
  const call = api.PATCH('/api/groups/{id}', { params, body: { ...body, seen_version: seen } });
  const { name, stores, version } = await content(call.finally(refreshGroups));
  if (version === seen) return tellNothing();
  tellDone(`“${name}” has ${counted(stores, 'store')} now.`, undoOf(id, version));
}

/** Makes a group what it was in an earlier version. @param seen the version that it is in now */
export async function restoreVersion(id: string, earlier: number, seen: number): Promise<void> {
  const { name, version } = await restore(id, { version: earlier, seen_version: seen });
  tellDone(`“${name}” is what it was in version ${earlier}.`, undoOf(id, version));
}

export async function deleteGroup(id: string, name: string): Promise<void> {
  await done(api.DELETE('/api/groups/{id}', { params: { path: { id } } }).finally(refreshGroups));
  tellDone(`“${name}” is deleted.`, () => bringBack(id));
}

/** A deleted group is as it was. */
export async function bringBack(id: string): Promise<void> {
  const { name } = await restore(id, {});
  tellDone(`“${name}” is back.`);
}

/** Sends a file of store ids. @throws ListRefusedError with the rows that name no store */
export async function sendList(id: string, file: File, mode: Mode, isLax: boolean): Promise<void> {
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
  tellCounts(id, body as Schema<'GroupMembersDto'>);
}

/** Puts one store on the list, or takes it off. */
export async function changeList(id: string, mode: Exclude<Mode, 'replace'>, storeId: string): Promise<void> {
  const params = { path: { id }, query: { mode } };
  const call = api.POST('/api/groups/{id}/members', { params, body: { store_ids: [storeId] } });
  tellCounts(id, await content(call.finally(refreshGroups)));
}

function restore(id: string, body: Schema<'RestoreGroupRequest'>): Promise<Schema<'GroupDto'>> {
  const call = api.POST('/api/groups/{id}/restore', { params: { path: { id } }, body });
  return content(call.finally(refreshGroups));
}

/** Takes back what made a version. It is refused when others have changed the group since then. */
function undoOf(id: string, version: number): () => Promise<void> {
  return () => restoreVersion(id, version - 1, version);
}

function tellCounts(id: string, { added, removed, version }: Schema<'GroupMembersDto'>): void {
  if (added + removed === 0) return tellNothing();
  const said = [
    added > 0 && `${counted(added, 'store')} added`,
    removed > 0 && `${counted(removed, 'store')} removed`,
  ];
  tellDone(`${said.filter(Boolean).join(', ')}.`, undoOf(id, version));
}

function tellNothing(): void {
  tellDone('Nothing had to be changed: it was so already.');
}
