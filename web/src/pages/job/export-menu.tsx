import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { ImageFilter } from './job-view.js';
import type { JobDetail } from './use-job.js';
import { useView } from './use-view.js';

/** The results as a file: all of them, or those that are listed. The browser takes it from the service as it comes. */
export function ExportMenu({ job }: { readonly job: JobDetail }) {
  const { filter } = useView().view;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All images</Menu.Label>
        <Files job={job} filter={{}} />
        {isFiltered && (
          <>
            <Menu.Label>Only those listed now</Menu.Label>
            <Files job={job} filter={filter} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Files({ job, filter }: { readonly job: JobDetail; readonly filter: ImageFilter }) {
  const addressOf = (extension: string) => {
    const words = Object.entries(filter).map(([name, value]) => [name, String(value)]);
    const query = words.length === 0 ? '' : `?${new URLSearchParams(words).toString()}`;
    return `/api/jobs/${job.job_id}/results.${extension}${query}`;
  };
  return (
    <>
      <Menu.Item
        component="a"
        href={addressOf('csv')}
        download
        leftSection={<IconFileTypeCsv size={16} aria-hidden />}
      >
        CSV file
      </Menu.Item>
      <Menu.Item
        component="a"
        href={addressOf('xlsx')}
        download
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
      >
        Excel workbook
      </Menu.Item>
    </>
  );
}
