import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../../data/api.js';

interface WebhookFilterProps {
  /** Id; null for all. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Chooses one of the webhooks; one that was deleted meanwhile still has its deliveries. */
export function WebhookFilter({ value, onChange }: WebhookFilterProps) {
  const webhooks = useQuery({
    queryKey: ['webhooks', 'names'],
    queryFn: async ({ signal }) =>
      (await content(api.GET('/api/webhooks', { params: { query: { limit: 500 } }, signal }))).webhooks,
    staleTime: 30_000,
  });
  const data = (webhooks.data ?? []).map(({ id, url, description }) => ({
    value: id,
    label: description ? `${description} (${url})` : url,
  }));
  if (value && !data.some((one) => one.value === value)) data.push({ value, label: `Webhook ${value}` });
  if (data.length === 0) return null;
  return (
    <Select
      label="Webhook"
      data={data}
      value={value}
      onChange={onChange}
      placeholder="All, and callback URLs"
      clearable
      clearButtonProps={{ 'aria-label': 'All webhooks' }}
      searchable
      w={{ base: '100%', xs: 300 }}
    />
  );
}
