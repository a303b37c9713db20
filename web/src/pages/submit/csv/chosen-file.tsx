import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { Card } from '../../../parts/card.js';
import { counted, percent } from '../../../parts/text.js';
import type { CsvFile } from '../draft/draft.js';
import { offerUndo } from '../draft/offer-undo.js';
import { changeDraft } from '../draft/use-draft.js';
import { Note } from '../sending/note.js';
import type { StoreCheck } from '../sending/use-store-check.js';
import type { CsvReading } from './use-csv.js';

interface ChosenFileProps {
  readonly file: CsvFile;
  readonly reading: CsvReading;
  readonly check: StoreCheck;
}

/** The file that was chosen, how far it is read, and what is wrong with it as a whole. */
export function ChosenFile({ file, reading, check }: ChosenFileProps) {
  const remove = () => {
    changeDraft({ csv: null, leaveOut: 0 });
    offerUndo(`${file.name} was taken out.`, () => changeDraft(({ csv }) => ({ csv: csv ?? file })));
  };
  const isLost = file.text === null;
  const { fatal } = reading.content ?? {};
  return (
    <Card>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <IconFileSpreadsheet size={28} stroke={1.4} color="var(--mantine-color-dimmed)" aria-hidden />
            <div style={{ minWidth: 0 }}>
              <Text fw={600} truncate>
                {file.name}
              </Text>
              <Text size="sm" c="dimmed" role="status">
                {sayReading(reading, check, isLost)}
              </Text>
            </div>
          </Group>
          <Button variant="default" size="xs" onClick={remove} {...(fatal && { 'data-mistake': true })}>
            Choose another
          </Button>
        </Group>
        {!isLost && !reading.content && (
          <Progress value={reading.share * 100} size="sm" aria-label="Reading the file" />
        )}
        {fatal && (
          <Note tone="bad" role="alert">
            {fatal}
          </Note>
        )}
        {isLost && <Note tone="wait">The file is too large to be kept over a reload. Choose it again.</Note>}
      </Stack>
    </Card>
  );
}

function sayReading({ content, share }: CsvReading, { isChecking }: StoreCheck, isLost: boolean): string {
  if (isLost) return 'Not here any more';
  if (!content) return `Reading, ${percent(Math.floor(share * 100))}`;
  if (content.fatal !== undefined) return 'Cannot be used as it is';
  return `${counted(content.rows, 'row')}${isChecking ? ' · checking the stores' : ''}`;
}
