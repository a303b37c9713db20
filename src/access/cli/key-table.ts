import { decodeCursor } from '../../common/cursor.js';
import type { ApiKey } from '../keys/api-key.js';
import type { KeysService } from '../keys/keys.service.js';

const PAGE = 500;
const HEADINGS = ['ID', 'NAME', 'SCOPES', 'KEY', 'CREATED', 'BY', 'LAST USED', 'REVOKED'];

/** All keys, newest first. */
export async function everyKey(keys: Pick<KeysService, 'list'>): Promise<ApiKey[]> {
  const all: ApiKey[] = [];
  for (let beforeId: string | undefined; ;) {
    const { items, nextCursor } = await keys.list(beforeId, PAGE);
    all.push(...items);
    if (nextCursor === null) return all;
    [beforeId] = decodeCursor(nextCursor, ['digits']);
  }
}

/** Keys as lines for people. */
export function keyTable(keys: readonly ApiKey[]): string {
  if (keys.length === 0) return 'There is no API key yet.';
  const rows = [HEADINGS, ...keys.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

function cellsOf(key: ApiKey): string[] {
  const { id, name, scopes, prefix, createdAt, createdBy, lastUsedAt, revokedAt } = key;
  const times = [createdAt, lastUsedAt, revokedAt].map(toMinute);
  const [created = '', used = '', revoked = ''] = times;
  return [id, name, scopes.join(','), `${prefix}...`, created, createdBy, used, revoked];
}

/** UTC. */
function toMinute(time: Date | null): string {
  return time ? `${time.toISOString().slice(0, 16).replace('T', ' ')}Z` : '-';
}
