import { Button, CloseButton, Text } from '@mantine/core';
import { IconBan, IconRefresh } from '@tabler/icons-react';
import { counted } from '../../parts/text.js';
import { doableWith, type Choice } from './choice.js';
import type { Job, JobFilter } from './job-filter.js';
import classes from './jobs.module.css';

export type Deed = 'retry' | 'cancel';

interface SelectionBarProps {
  readonly choice: Choice;
  readonly filter: JobFilter;
  readonly rows: readonly Job[];
  /** There are jobs that were not scrolled to. */
  readonly hasMore: boolean;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
  readonly onDo: (deed: Deed) => void;
}

/** What can be done with the jobs that are ticked; at the foot of the page for as long as any is. */
export function SelectionBar({ choice, filter, rows, hasMore, ...on }: SelectionBarProps) {
  const doable = doableWith(choice, filter, rows);
  return (
    <div className={classes.selected} role="region" aria-label="Selected jobs">
      <CloseButton size="sm" aria-label="Select none" onClick={on.onClear} />
      <Text size="sm" fw={600} role="status">
        {choice === 'all' ? 'All jobs that fit are selected' : `${counted(choice.ids.size, 'job')} selected`}
      </Text>
      {choice !== 'all' && hasMore && (
        <Button variant="subtle" size="compact-sm" onClick={on.onChooseAll}>
          Select all that fit
        </Button>
      )}
      <div className={classes.deeds}>
        <Button
          size="xs"
          leftSection={<IconRefresh size={16} />}
          disabled={!doable.retry}
          title={doable.retry ? undefined : 'None of these jobs has ended with failed or cancelled images.'}
          onClick={() => on.onDo('retry')}
        >
          Retry failed images
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBan size={16} />}
          disabled={!doable.cancel}
          title={doable.cancel ? undefined : 'All of these jobs have ended.'}
          onClick={() => on.onDo('cancel')}
        >
          Cancel jobs
        </Button>
      </div>
    </div>
  );
}
