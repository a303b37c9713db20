import { useInfiniteQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { api, content, done } from '../../../data/api.js';
import { queryClient } from '../../../data/query-client.js';

export type Webhook = Schema<'WebhookDto'>;
export type WebhookChanges = Schema<'ChangeWebhookRequest'>;

/** Receivers fall ill and get well by themselves; that should be seen. */
const REFRESH_MS = 10_000;

export function useWebhooks() {
  return useInfiniteQuery({
    queryKey: ['webhooks'],
    queryFn: ({ pageParam, signal }) =>
      content(
        api.GET('/api/webhooks', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: REFRESH_MS,
  });
}

const at = ({ id }: Webhook) => ({ path: { id } });

export async function changeWebhook(webhook: Webhook, body: WebhookChanges): Promise<Webhook> {
  return content(api.PATCH('/api/webhooks/{id}', { params: at(webhook), body })).finally(refreshWebhooks);
}

export async function rotateWebhook(webhook: Webhook): Promise<Schema<'IssuedWebhookDto'>> {
  return content(api.POST('/api/webhooks/{id}/rotate', { params: at(webhook) })).finally(refreshWebhooks);
}

export async function deleteWebhook(webhook: Webhook): Promise<void> {
  return done(api.DELETE('/api/webhooks/{id}', { params: at(webhook) })).finally(refreshWebhooks);
}

export async function testWebhook(webhook: Webhook): Promise<Schema<'DeliveryDto'>> {
  return content(api.POST('/api/webhooks/{id}/test', { params: at(webhook) })).finally(refreshWebhooks);
}

/** What is sent hangs on the webhooks. */
export function refreshWebhooks(): void {
  void queryClient.invalidateQueries({ queryKey: ['webhooks'] });
  void queryClient.invalidateQueries({ queryKey: ['deliveries'] });
}
