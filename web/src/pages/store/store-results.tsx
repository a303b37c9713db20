import { Grid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { CodeList } from '../../parts/code-list.js';
import { DaysChart } from '../../parts/days-chart.js';
import { Empty } from '../../parts/states.js';
import type { ShownPeriod } from '../../parts/use-period.js';
import { LatestFailures } from './latest-failures.js';
import { SimilarStores } from './similar-stores.js';
import { StoreCategory } from './store-category.js';
import { StoreFigures } from './store-figures.js';
import { StoreHistory } from './store-history.js';
import { useStoreFigures, useStoreVisits } from './use-store.js';
import { VisitsCard } from './visits-card.js';

interface StoreResultsProps {
  readonly store: Schema<'StoreDetailDto'>;
  readonly shown: ShownPeriod;
}

export function StoreResults({ store, shown }: StoreResultsProps) {
  const figures = useStoreFigures(store.store_id, shown);
  const visits = useStoreVisits(store.store_id, shown.period, figures.data);
  return (
    <Stack gap="md">
      <Answer query={figures}>
        {(told) => (
          <>
            <StoreFigures figures={told} />
            <Card title="Images by day of the visit" aside={<Note>Days in UTC</Note>}>
              {told.days.length === 0 ? (
                <Empty title="No visits in this period" hint="A longer period may have some." />
              ) : (
                <DaysChart label="Images per day" figures={told} />
              )}
            </Card>
          </>
        )}
      </Answer>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            {figures.data && <LastErrors failures={figures.data.latest_failures} />}
            <SimilarStores storeId={store.store_id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            {figures.data && <ErrorsByCode figures={figures.data} />}
            <StoreCategory store={store} />
            <Card title="History of the store">
              <StoreHistory store={store} />
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
      <VisitsCard visits={visits} />
    </Stack>
  );
}

function LastErrors({ failures }: { readonly failures: readonly Schema<'StoreFailureDto'>[] }) {
  return (
    <Card title="Last errors">
      {failures.length === 0 ? (
        <Note>No image of these visits failed.</Note>
      ) : (
        <LatestFailures failures={failures} />
      )}
    </Card>
  );
}

function ErrorsByCode({ figures }: { readonly figures: Schema<'StoreFiguresDto'> }) {
  const { store_id, codes, failed } = figures;
  if (failed === 0) return null;
  const hrefOf = (code: string) => `/jobs?${new URLSearchParams({ store_id, code }).toString()}`;
  return (
    <Card title="Errors by code">
      <CodeList codes={codes} hrefOf={hrefOf} />
    </Card>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
