import { Button, Group, ScrollArea, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { unparse } from 'papaparse';
import type { Schema } from '../../api/client.js';
import { saveFile } from '../../parts/save-file.js';
import { count, counted } from '../../parts/text.js';

interface RejectsProps {
  /** The first ones. */
  readonly rejects: readonly Schema<'RejectDto'>[];
  /** How many there are. */
  readonly total: number;
  /** Of the file they are in. */
  readonly fileName: string;
}

/** The rows of a file that cannot be loaded, by line, with the reason of each. */
export function Rejects({ rejects, total, fileName }: RejectsProps) {
  const save = () => saveFile(`${fileName.replace(/\.csv$/i, '')}-bad-rows.csv`, unparse([...rejects]));
  return (
    <section aria-label="Bad rows">
      <Group justify="space-between" mb="xs" gap="xs">
        <Text fw={600} size="sm">
          {rejects.length < total
            ? `The first ${count(rejects.length)} of ${count(total)} bad rows`
            : counted(total, 'bad row')}
        </Text>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} />} onClick={save}>
          Download as CSV
        </Button>
      </Group>
      <ScrollArea.Autosize mah={300} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Bad rows' }}>
        <Table fz="sm" verticalSpacing={6} aria-label="Bad rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>Line</Table.Th>
              <Table.Th>Reason</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rejects.map(({ line, reason }) => (
              <Table.Tr key={`${line} ${reason}`}>
                <Table.Td valign="top">{count(line)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </section>
  );
}
