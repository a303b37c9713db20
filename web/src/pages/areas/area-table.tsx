import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Marked } from '../../parts/marked.js';
import { Moment } from '../../parts/moment.js';
import { RowLink } from '../../parts/row-link.js';
import { count } from '../../parts/text.js';
import { sharesOf } from '../../parts/code-shares.js';
import { nextSort, sortAreas, sortingIn, type Area, type Order, type Sorting } from './area-order.js';
import { withParam } from '../../parts/with-param.js';
import { SuccessRate } from './success-rate.js';

interface AreaTableProps {
  readonly areas: readonly Area[];
  /** Marked where it was found. */
  readonly search: string;
}

export function AreaTable({ areas, search }: AreaTableProps) {
  const [address, setAddress] = useSearchParams();
  const sorting = useMemo(() => sortingIn(address), [address]);
  const rows = useMemo(() => sortAreas(areas, sorting), [areas, sorting]);
  const sort = (by: Order) =>
    setAddress((now) => withParam(now, 'sort', nextSort(sorting, by)), {
      replace: true,
      preventScrollReset: true,
    });
  const hrefOf = (code: string) => `/areas?${withParam(address, 'area', code).toString()}`;
  return (
    <DataTable
      label="Areas"
      columns={columnsWith({ search, sorting, sort, hrefOf })}
      rows={rows}
      rowId={(area) => area.area_code}
    />
  );
}

interface Look {
  readonly search: string;
  readonly sorting: Sorting;
  readonly sort: (by: Order) => void;
  readonly hrefOf: (code: string) => string;
}

function columnsWith({ search, sorting, sort, hrefOf }: Look): Column<Area>[] {
  const sortable = (by: Order) => ({
    onSort: () => sort(by),
    ...(sorting.by === by && { sorted: sorting.isUp ? ('ascending' as const) : ('descending' as const) }),
  });
  const number = (id: Order & keyof typeof NUMBERS, heading: string, from?: Column<Area>['from']) => ({
    id,
    heading,
    width: 110,
    align: 'right' as const,
    ...(from && { from }),
    cell: (area: Area) => count(NUMBERS[id](area)),
    ...sortable(id),
  });
  return [
    {
      id: 'area',
      heading: 'Area',
      ...sortable('area'),
      cell: ({ area_code }) => (
        <RowLink to={hrefOf(area_code)} label={`Area ${area_code}`}>
          <Marked text={area_code} search={search} />
        </RowLink>
      ),
    },
    {
      id: 'success',
      heading: 'Success rate',
      width: 150,
      ...sortable('success'),
      cell: (area) => <SuccessRate area={area} />,
    },
    { ...number('failed', 'Failed'), width: 90 },
    {
      id: 'code',
      heading: 'Most frequent error',
      width: 210,
      from: 992,
      cell: ({ codes }) => sharesOf(codes)[0]?.code ?? '–',
    },
    number('images', 'Images', 560),
    number('visits', 'Visits', 768),
    number('visited', 'Stores visited', 1200),
    { ...number('stores', 'Stores', 768), width: 90 },
    {
      id: 'last',
      heading: 'Last visit',
      width: 190,
      from: 1200,
      ...sortable('last'),
      cell: ({ last_visit_at }) => <Moment at={last_visit_at} />,
    },
  ];
}

const NUMBERS = {
  failed: ({ failed }: Area) => failed,
  images: ({ images }: Area) => images,
  visits: ({ visits }: Area) => visits,
  visited: ({ stores_visited }: Area) => stores_visited,
  stores: ({ stores }: Area) => stores,
};
