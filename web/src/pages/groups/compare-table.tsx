import { Anchor, ScrollArea, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { sharesOf } from '../../parts/code-shares.js';
import { count, counted, duration, percent } from '../../parts/text.js';

type Comparison = Schema<'GroupComparisonDto'>;
type Figures = Comparison['groups'][number];

const time = (ms: number | null) => (ms === null ? '–' : duration(ms));

const ROWS: readonly (readonly [name: string, of: (group: Figures) => string])[] = [
  ['Stores', ({ stores }) => count(stores)],
  ['Stores visited', ({ stores_visited }) => count(stores_visited)],
  ['Visits', ({ visits }) => count(visits)],
  ['Images', ({ images }) => count(images)],
  ['Success rate', ({ success_percent }) => (success_percent === null ? '–' : percent(success_percent))],
  ['Failed', ({ failed }) => count(failed)],
  ['Most frequent error', ({ codes }) => sharesOf(codes)[0]?.code ?? '–'],
  ['Half of the images took', ({ median_ms }) => time(median_ms)],
  ['95 % of the images took', ({ p95_ms }) => time(p95_ms)],
];

/** Every figure of every group, and the stores they have in common. */
export function CompareTable({ comparison }: { readonly comparison: Comparison }) {
  const { groups } = comparison;
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Figures of the groups' }}>
      <Table
        aria-label="Figures of the groups"
        verticalSpacing={8}
        miw={{ base: 110 + 100 * groups.length, sm: 260 + 130 * groups.length }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={{ base: 110, sm: 260 }}>
              Figure
            </Table.Th>
            {groups.map(({ group_id, name }) => (
              <Table.Th key={group_id} scope="col" ta="right">
                <Anchor component={Link} to={`/groups/${group_id}`} inherit>
                  {name}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(([name, of]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              {groups.map((group) => (
                <Table.Td key={group.group_id} ta="right">
                  {of(group)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          {groups.map((other) => (
            <Table.Tr key={other.group_id}>
              <Table.Th scope="row" fw={500}>
                In common with {other.name}
              </Table.Th>
              {groups.map((group) => (
                <Table.Td key={group.group_id} ta="right">
                  {commonOf(comparison, group, other)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function commonOf({ overlaps }: Comparison, one: Figures, other: Figures): string {
  if (one === other) return '–';
  const both = [one.group_id, other.group_id];
  const overlap = overlaps.find(({ group_ids }) => group_ids.every((id) => both.includes(id)));
  return counted(overlap?.stores ?? 0, 'store');
}
