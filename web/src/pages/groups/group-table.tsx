import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, content } from '../../data/api.js';
import type { StoreGroup } from '../../data/groups.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { Marked } from '../../parts/marked.js';
import { Moment } from '../../parts/moment.js';
import { RowLink } from '../../parts/row-link.js';
import { asRule, sayRule } from '../../parts/rule.js';
import { count } from '../../parts/text.js';

export interface GroupTableProps {
  readonly groups: readonly StoreGroup[];
  /** Marked where it was found. */
  readonly search: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
}

/** A name above a rule. */
const ROW_PX = 58;

export function GroupTable({ groups, search, chosen, onChoose }: GroupTableProps) {
  const columns = useMemo(() => columnsWith(search), [search]);
  return (
    <DataTable
      label="Groups"
      columns={columns}
      rows={groups}
      rowId={({ id }) => id}
      rowHeight={ROW_PX}
      {...(onChoose && { selection: chosen, onSelect: onChoose })}
    />
  );
}

function columnsWith(search: string): Column<StoreGroup>[] {
  return [
    {
      id: 'name',
      heading: 'Group',
      cell: (group) => (
        <>
          <RowLink to={`/groups/${group.id}`}>
            <Marked text={group.name} search={search} />
          </RowLink>
          <Text size="xs" c="dimmed" truncate>
            {sayDefinition(group)}
          </Text>
        </>
      ),
    },
    {
      id: 'stores',
      heading: 'Stores',
      width: 90,
      align: 'right',
      cell: ({ id, deleted_at }) => (deleted_at === null ? <StoreCount id={id} /> : '–'),
    },
    {
      id: 'kind',
      heading: 'Made by',
      width: 110,
      from: 768,
      cell: ({ kind }) => (kind === 'rule' ? 'A rule' : 'A list'),
    },
    {
      id: 'changed',
      heading: 'Changed',
      width: 220,
      from: 992,
      cell: ({ updated_at, updated_by }) => (
        <>
          <Moment at={updated_at} /> by {updated_by}
        </>
      ),
    },
  ];
}

/** Counted only for groups in sight: of a large one that takes a moment. */
function StoreCount({ id }: { readonly id: string }) {
  const { data, isError } = useQuery({
    queryKey: ['groups', id],
    queryFn: ({ signal }) => content(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
    staleTime: 10_000,
  });
  return <span>{data ? count(data.stores) : isError ? '–' : '…'}</span>;
}

function sayDefinition({ rule, uses, description }: StoreGroup): string {
  if (!rule) return description || 'Stores that somebody named';
  return `Stores ${sayRule(asRule(rule), (id) => uses.find((used) => used.id === id)?.name ?? id)}`;
}
