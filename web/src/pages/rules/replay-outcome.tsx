import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { sayCategory } from '../../parts/category-words.js';
import { count, counted } from '../../parts/text.js';
import { sayCriterion } from './rule-words.js';
import type { ReplayCounts } from './use-replay.js';

/** How many images rules would have rejected or warned of: in all, by criterion and by category. */
export function ReplayOutcome({ counts }: { readonly counts: ReplayCounts }) {
  const { by_criterion: criteria, by_category: categories, rejected_then, not_judged } = counts;
  return (
    <Stack gap="md">
      <Text role="status">
        Of {counted(counts.images, 'image')}, these rules would have rejected <b>{count(counts.rejected)}</b>{' '}
        and let <b>{count(counts.warned)}</b> pass with a warning. The rules of their time rejected{' '}
        {rejected_then === 0 ? 'none' : count(rejected_then)}.
      </Text>
      {not_judged > 0 && (
        <Text size="sm" c="dimmed">
          {counted(not_judged, 'image')} could not be judged in full: something these rules ask for, such as
          sharpness, was not measured.
        </Text>
      )}
      {criteria.length > 0 && (
        <Group gap="xs">
          {criteria.map(({ criterion, effect, images }) => (
            <Badge
              key={criterion + effect}
              variant="outline"
              color={effect === 'reject' ? 'red' : 'yellow'}
              tt="none"
            >
              <Text span inherit c="var(--mantine-color-text)">
                {sayCriterion(criterion).name}, {effect}: {counted(images, 'image')}
              </Text>
            </Badge>
          ))}
        </Group>
      )}
      {categories.length > 0 && (
        <Table verticalSpacing={4} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Category</Table.Th>
              <Table.Th ta="right">Images</Table.Th>
              <Table.Th ta="right">Rejected</Table.Th>
              <Table.Th ta="right">Warned</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {categories.map((row) => (
              <Table.Tr key={row.category}>
                <Table.Td>{sayCategory(row.category)}</Table.Td>
                <Table.Td ta="right">{count(row.images)}</Table.Td>
                <Table.Td ta="right">{count(row.rejected)}</Table.Td>
                <Table.Td ta="right">{count(row.warned)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
