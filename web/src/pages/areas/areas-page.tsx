import { Button, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { FailedChart } from '../../parts/failed-chart.js';
import { GroupPicker } from '../../parts/group-picker.js';
import { PageHeader } from '../../parts/page-header.js';
import { MAX_FIGURES_DAYS } from '../../parts/period.js';
import { PeriodPicker } from '../../parts/period-picker.js';
import { SearchField } from '../../parts/search-field.js';
import { Empty } from '../../parts/states.js';
import { inTrouble } from '../../parts/trouble.js';
import { usePeriod } from '../../parts/use-period.js';
import { AreaDrawer } from './area-drawer.js';
import type { Area } from './area-order.js';
import { withParam } from '../../parts/with-param.js';
import { AreaTable } from './area-table.js';
import { useAreaFigures } from './use-area-figures.js';

/** Areas in the chart. */
const WORST = 8;

/** How the areas are doing, those in trouble first. */
export function AreasPage() {
  const [address, setAddress] = useSearchParams();
  const shown = usePeriod('24h');
  const group = address.get('group') ?? '';
  const figures = useAreaFigures(shown, group);
  const code = address.get('area') ?? '';
  const change = (name: string, value: string) =>
    setAddress((now) => withParam(now, name, value), { replace: true, preventScrollReset: true });
  usePageTitle(code && `Area ${code}`, 'Areas');
  return (
    <>
      <PageHeader title="Areas" about="What became of the jobs that were submitted in the period">
        <GroupPicker
          label="Group"
          isLabelHidden
          placeholder="All stores"
          value={group}
          onChange={(id) => change('group', id)}
        />
        <PeriodPicker shown={shown} maxDays={MAX_FIGURES_DAYS} />
      </PageHeader>
      <Answer query={figures}>
        {({ areas }) => (
          <>
            {areas.length > 0 ? (
              <Areas areas={areas} search={address.get('q') ?? ''} onSearch={(q) => change('q', q)} />
            ) : (
              <NoAreas isGroup={group !== ''} onAll={() => change('group', '')} />
            )}
            <AreaDrawer
              code={code}
              area={areas.find(({ area_code }) => area_code === code)}
              period={shown.period}
              group={group}
              onClose={() => change('area', '')}
            />
          </>
        )}
      </Answer>
    </>
  );
}

interface AreasProps {
  readonly areas: readonly Area[];
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

function Areas({ areas, search, onSearch }: AreasProps) {
  const found = useMemo(
    () => areas.filter(({ area_code }) => area_code.toLowerCase().includes(search.toLowerCase())),
    [areas, search],
  );
  const worst = useMemo(
    () =>
      inTrouble(areas)
        .slice(0, WORST)
        .map((area) => ({ ...area, name: area.area_code })),
    [areas],
  );
  return (
    <Stack gap="md">
      {worst.length > 0 && (
        <Card title="Where most images fail">
          <FailedChart label="Failed images of the worst areas" bars={worst} />
        </Card>
      )}
      <SearchField label="Search areas" placeholder="Part of a code" value={search} onSearch={onSearch} />
      <Card p={0}>
        {found.length === 0 ? (
          <Empty title="No area fits" hint={`No code of an area has "${search}" in it.`}>
            <Button variant="default" onClick={() => onSearch('')}>
              Show all areas
            </Button>
          </Empty>
        ) : (
          <AreaTable areas={found} search={search} />
        )}
      </Card>
    </Stack>
  );
}

interface NoAreasProps {
  /** Only the areas of a group are asked for. */
  readonly isGroup: boolean;
  readonly onAll: () => void;
}

function NoAreas({ isGroup, onAll }: NoAreasProps) {
  if (isGroup) {
    return (
      <Empty title="The group has no stores" hint="Areas are listed as soon as a store of theirs fits.">
        <Button variant="default" onClick={onAll}>
          Show all areas
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title="There are no areas yet" hint="They come with the stores of a Store Master.">
      <Button component={Link} to="/store-master">
        Go to the Store Master
      </Button>
    </Empty>
  );
}
