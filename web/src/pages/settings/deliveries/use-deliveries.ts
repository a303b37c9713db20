import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';

export type Delivery = Schema<'DeliveryDto'>;
export type DeliveryState = Delivery['state'];

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const satisfies DeliveryState[];

export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly jobId?: string;
  /** Id of the webhook they went to. */
  readonly webhook?: string;
}

const REFRESH_MS = 5_000;
/** Whoever has scrolled far down reads, and a refresh would ask for all of it again. */
const REFRESHED_PAGES = 2;

/** What was sent in the last 30 days, newest first. */
export function useDeliveries(filter: DeliveryFilter) {
  return useInfiniteQuery({
    queryKey: ['deliveries', filter],
    queryFn: ({ pageParam, signal }) => content(askFor(filter, pageParam, signal)),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.length ?? 0) <= REFRESHED_PAGES && REFRESH_MS,
  });
}

function askFor({ state, jobId, webhook }: DeliveryFilter, cursor: string, signal: AbortSignal) {
  const query = { ...(state && { state }), ...(jobId && { job_id: jobId }), ...(cursor && { cursor }) };
  if (!webhook) return api.GET('/api/deliveries', { params: { query }, signal });
  return api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id: webhook }, query }, signal });
}
