import { Button, Group, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Answer } from '../../../parts/answer.js';
import { Card } from '../../../parts/card.js';
import { DataTable } from '../../../parts/data-table.js';
import { Empty } from '../../../parts/states.js';
import { FilterText } from '../filter-text.js';
import { misfitOf } from '../misfit.js';
import { useParam } from '../use-param.js';
import { DELIVERY_COLUMNS } from './delivery-columns.js';
import { DELIVERY_STATES, useDeliveries, type DeliveryFilter } from './use-deliveries.js';
import { WebhookFilter } from './webhook-filter.js';

const STATES = [
  { value: 'pending', label: 'Pending' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
];

/** What was sent to webhooks and callback addresses, and how that went. */
export function DeliveriesTab() {
  const [state, setState] = useParam('state');
  const [jobId] = useParam('job');
  const [, setSearch] = useSearchParams();
  const [webhook, setWebhook] = useParam('webhook');
  const filter: DeliveryFilter = {
    ...(isState(state) && { state }),
    ...(jobId && { jobId }),
    ...(webhook && { webhook }),
  };
  const deliveries = useDeliveries(filter);
  const misfit = misfitOf(deliveries.error, ['job_id']);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Card pb={0}>
      <Group gap="sm" mb="md" align="flex-start">
        <Select
          label="State"
          data={STATES}
          value={isState(state) ? state : null}
          onChange={setState}
          placeholder="All"
          clearable
          clearButtonProps={{ 'aria-label': 'All states' }}
          w={{ base: 'calc(50% - 6px)', xs: 150 }}
        />
        <FilterText
          label="Job"
          name="job"
          placeholder="Id of a job"
          error={misfit?.field === 'job_id' ? misfit.sentence : undefined}
        />
        <WebhookFilter value={webhook} onChange={setWebhook} />
      </Group>
      {misfit?.field ? (
        <Empty title="No deliveries are shown" hint="Correct the filter above." />
      ) : (
        <Answer query={deliveries}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.deliveries);
            if (rows.length === 0 && isFiltered) {
              return (
                <Empty title="No deliveries are like that" hint="Those of the last 30 days are kept.">
                  <Button variant="default" onClick={() => setSearch({})}>
                    Clear the filters
                  </Button>
                </Empty>
              );
            }
            if (rows.length === 0) {
              return (
                <Empty
                  title="Nothing was sent in the last 30 days"
                  hint="Something is sent when a job is settled and there is a webhook, or the job has a callback URL."
                />
              );
            }
            return (
              <DataTable
                label="Deliveries"
                columns={DELIVERY_COLUMNS}
                rows={rows}
                rowId={({ id }) => id}
                rowHeight={56}
                hasMore={deliveries.hasNextPage}
                isLoadingMore={deliveries.isFetchingNextPage}
                hasLoadMoreFailed={deliveries.isFetchNextPageError}
                loadMore={() => void deliveries.fetchNextPage()}
              />
            );
          }}
        </Answer>
      )}
    </Card>
  );
}

function isState(text: string | null): text is (typeof DELIVERY_STATES)[number] {
  return DELIVERY_STATES.some((state) => state === text);
}
