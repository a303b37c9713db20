import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Card } from '../../../parts/card.js';
import { saveFile } from '../../../parts/save-file.js';
import { count, counted } from '../../../parts/text.js';
import { changeDraft, useDraft } from '../draft/use-draft.js';
import classes from './csv.module.css';
import type { RowProblem } from './csv-visits.js';
import { problemsCsv } from './unusable-rows.js';

interface RowProblemsProps {
  readonly problems: readonly RowProblem[];
  /** Rows of the file. */
  readonly all: number;
}

const SHOWN = 10;

/** Rows that do not fit; nothing is sent before they are mended, or left out on purpose. */
export function RowProblems({ problems, all }: RowProblemsProps) {
  const { leaveOut, csv } = useDraft();
  const isAgreed = leaveOut === problems.length;
  if (problems.length === 0) return null;
  const download = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} />}
      onClick={() => saveFile(`problems of ${csv?.name ?? 'visits.csv'}`, problemsCsv(problems))}
    >
      Download the list
    </Button>
  );
  return (
    <Card title={`${counted(problems.length, 'row')} to mend`} aside={download}>
      <Stack gap="sm">
        <ul className={classes.problems}>
          {problems.slice(0, SHOWN).map(({ line, sentence }) => (
            <li key={line}>
              <b>Line {count(line)}</b>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
        {problems.length > SHOWN && (
          <Text size="sm" c="dimmed">
            and {counted(problems.length - SHOWN, 'more row', 'more rows')}; the list has all of them.
          </Text>
        )}
        {problems.length < all && (
          <Checkbox
            label={`Leave out the ${counted(problems.length, 'wrong row')}`}
            description={`${counted(all - problems.length, 'row')} will be sent.`}
            checked={isAgreed}
            onChange={(event) => changeDraft({ leaveOut: event.currentTarget.checked ? problems.length : 0 })}
            data-mistake={!isAgreed || undefined}
          />
        )}
      </Stack>
    </Card>
  );
}
