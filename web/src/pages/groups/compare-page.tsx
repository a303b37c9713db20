import { MultiSelect, Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useGroups } from '../../data/groups.js';
import { BackLink } from '../../parts/back-link.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { FailedChart } from '../../parts/failed-chart.js';
import { MAX_FIGURES_DAYS } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { Empty } from '../../parts/states.js';
import { usePeriod } from '../../parts/use-period.js';
import { withParam } from '../../parts/with-param.js';
import { CompareTable } from './compare-table.js';
import { MAX_COMPARED, useComparison } from './use-comparison.js';

/** Groups side by side. */
export function ComparePage() {
  usePageTitle('Compare', 'Groups');
  const [address, setAddress] = useSearchParams();
  const ids = (address.get('ids') ?? '').split(',').filter(Boolean).slice(0, MAX_COMPARED);
  const shown = usePeriod('30d');
  const { data: groups = [] } = useGroups();
  const comparison = useComparison(ids, shown);
  const choose = (next: string[]) =>
    setAddress((now) => withParam(now, 'ids', next.join(',')), { replace: true });
  return (
    <>
      <BackLink to="/groups" label="All groups" />
      <PageHeader
        title="Groups side by side"
        about="What became of the jobs that were submitted in the period"
      >
        <PeriodPicker shown={shown} offer={['24h', '7d', '30d', '90d']} maxDays={MAX_FIGURES_DAYS} />
      </PageHeader>
      <Stack gap="md">
        <MultiSelect
          aria-label="Groups to compare"
          placeholder={ids.length === 0 ? 'Choose 2 to 6 groups' : ''}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={ids}
          onChange={choose}
          maxValues={MAX_COMPARED}
          searchable
        />
        {ids.length < 2 ? (
          <Empty title="Choose at least two groups" />
        ) : (
          <Answer query={comparison}>
            {(compared) => (
              <>
                <Card title="Images that failed">
                  <FailedChart label="Failed images" bars={compared.groups} />
                </Card>
                <Card title="Figures">
                  <CompareTable comparison={compared} />
                </Card>
              </>
            )}
          </Answer>
        )}
      </Stack>
    </>
  );
}
