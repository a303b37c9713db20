import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '../../parts/text.js';
import { RetryDialog } from './retry-dialog.js';
import type { RetryChoice } from './use-control.js';
import type { JobDetail } from './use-job.js';
import { useSummary } from './use-summary.js';

/** More than a menu can show at a glance. */
const ENTRIES = 6;

/** Runs images again: all, or those that have something in common. What would run is shown before it does. */
export function RetryMenu({ job }: { readonly job: JobDetail }) {
  const [choice, setChoice] = useState<RetryChoice>();
  const { data: summary } = useSummary(job, undefined);
  const { failed, cancelled } = job.progress;
  const codes = summary?.by_code.slice(0, ENTRIES) ?? [];
  const stores = summary?.by_store.filter((store) => store.failed > 0).slice(0, ENTRIES) ?? [];
  const item = (label: string, images: number, chosen: RetryChoice) => (
    <Menu.Item key={label} onClick={() => setChoice(chosen)} rightSection={count(images)} className="figures">
      {label}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button leftSection={<IconRefresh size={16} />} rightSection={<IconChevronDown size={14} />}>
            Retry
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
          {failed > 0 && item('All failed images', failed, { states: ['failed'] })}
          {cancelled > 0 && item('All cancelled images', cancelled, { states: ['cancelled'] })}
          {failed > 0 && cancelled > 0 && item('Both', failed + cancelled, {})}
          {codes.length > 1 && <Menu.Label>Failed with</Menu.Label>}
          {codes.length > 1 && codes.map(({ code, images }) => item(code, images, { codes: [code] }))}
          {stores.length > 1 && <Menu.Label>Failed at the store</Menu.Label>}
          {stores.length > 1 &&
            stores.map((store) =>
              item(`${store.store_id} ${store.store_name}`, store.failed, {
                store_ids: [store.store_id],
                states: ['failed'],
              }),
            )}
        </Menu.Dropdown>
      </Menu>
      <RetryDialog job={job} choice={choice} close={() => setChoice(undefined)} />
    </>
  );
}
