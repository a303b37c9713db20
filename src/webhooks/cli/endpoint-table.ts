import { decodeCursor } from '../../common/cursor.js';
import type { Endpoint } from '../endpoints/endpoint.js';
import type { EndpointsRepository } from '../endpoints/endpoints.repository.js';

const PAGE = 500;

/** All endpoints, newest first. */
export async function everyEndpoint(endpoints: Pick<EndpointsRepository, 'findPage'>): Promise<Endpoint[]> {
  const all: Endpoint[] = [];
  for (let beforeId: string | undefined; ;) {
    const { items, nextCursor } = await endpoints.findPage(beforeId, PAGE);
    all.push(...items);
    if (nextCursor === null) return all;
    [beforeId] = decodeCursor(nextCursor, ['digits']);
  }
}

/** Endpoints for people: a line each, and the reason below where one is disabled. */
export function endpointTable(endpoints: readonly Endpoint[]): string {
  if (endpoints.length === 0) return 'No webhook is registered.';
  return endpoints.map(lineOf).join('\n');
}

function lineOf({ id, url, events, description, enabled, disabledReason }: Endpoint): string {
  const line = [id, enabled ? 'enabled ' : 'disabled', events.join(','), url, description]
    .join('  ')
    .trimEnd();
  return enabled ? line : `${line}\n    ${disabledReason}`;
}
