import { Button } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useNow } from '../../parts/moment.js';
import { exportPath } from './choice.js';
import { queryOf, type JobFilter } from './job-filter.js';

interface PageActionsProps {
  readonly filter: JobFilter;
  readonly onListRetries: () => void;
}

export function PageActions({ filter, onListRetries }: PageActionsProps) {
  const now = useNow();
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconHistory size={16} stroke={1.7} />}
        onClick={onListRetries}
      >
        Retries
      </Button>
      <Button
        component="a"
        href={exportPath(queryOf(filter, now))}
        download
        variant="default"
        size="xs"
        leftSection={<IconDownload size={16} stroke={1.7} />}
        title="Every image of the jobs that fit, with its result; narrowed to a store, area or error code, only those images."
      >
        Export CSV
      </Button>
    </>
  );
}
