import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../data/session.js';
import { Moment } from '../../parts/moment.js';
import { useReadiness, useWorkers } from './queries.js';
import { setPaused, useDispatch } from './use-dispatch.js';

/** What keeps work from being done, in words, and who can do what about it. */
export function Notices({ hasWork }: { readonly hasWork: boolean }) {
  const { data: ready } = useReadiness();
  const { data: workers } = useWorkers();
  const isLonely = workers !== undefined && !workers.some(({ alive }) => alive);
  return (
    <div role="status" aria-live="polite">
      <PausedNotice />
      {ready?.redis === 'down' && (
        <Notice tone="bad" title="Redis cannot be reached">
          Jobs are still taken in and kept, but nothing is handed out to workers. Work goes on by itself as
          soon as Redis is back; no image is lost.
        </Notice>
      )}
      {ready?.migrations === 'missing' && ready.database === 'up' && (
        <Notice tone="bad" title="The service does not fit its database">
          Some migrations have not been applied, as during an update. If this stays, restart the service.
        </Notice>
      )}
      {isLonely && (
        <Notice tone={hasWork ? 'bad' : 'wait'} title="No worker is alive">
          Jobs are taken in and kept, but no image is measured until a process with <code>ROLE=worker</code>{' '}
          or <code>ROLE=all</code> runs.
        </Notice>
      )}
    </div>
  );
}

function PausedNotice() {
  const { data: dispatch } = useDispatch();
  const mayResume = useMay('admin');
  const [isBusy, setBusy] = useState(false);
  if (!dispatch?.paused) return null;
  const resume = async () => {
    setBusy(true);
    await setPaused(false);
    setBusy(false);
  };
  const by = dispatch.paused_by && dispatch.paused_by !== 'open' ? ` by ${dispatch.paused_by}` : '';
  return (
    <Notice
      tone="wait"
      title="All work is paused"
      icon={<IconPlayerPause size={18} />}
      action={
        mayResume && (
          <Button size="xs" variant="default" loading={isBusy} onClick={() => void resume()}>
            Resume
          </Button>
        )
      }
    >
      Since <Moment at={dispatch.paused_at} />
      {by}. Jobs are still taken in, and nothing of them is started.
      {!mayResume && ' An admin can go on with it.'}
    </Notice>
  );
}

interface NoticeProps {
  readonly tone: 'bad' | 'wait';
  readonly title: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Notice({ tone, title, icon = <IconAlertTriangle size={18} />, action, children }: NoticeProps) {
  return (
    <Alert
      mb="sm"
      icon={icon}
      styles={{
        root: { background: `var(--${tone}-soft)`, borderColor: `var(--${tone})` },
        icon: { color: `var(--${tone})` },
      }}
    >
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 16rem' }}>
          <Text fw={650} c={`var(--${tone})`}>
            {title}
          </Text>
          <Text size="sm" component="div">
            {children}
          </Text>
        </div>
        {action}
      </Group>
    </Alert>
  );
}
