import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import type { Schema } from '../../api/client.js';
import { useSession } from '../../data/session.js';
import { AdminsOnly } from '../../parts/admins-only.js';
import { PageHeader } from '../../parts/page-header.js';
import { Loading } from '../../parts/states.js';
import { DeliveryDetails } from './deliveries/delivery-details.js';
import classes from './settings-page.module.css';
import { TABS, isTab, type Tab } from './tabs.js';
import { WhoAmI } from './who-am-i.js';

/** Who may come in, who is told, what is allowed, and who did what. */
export function SettingsPage() {
  const { tab } = useParams();
  const { data: session } = useSession();
  usePageTitle(isTab(tab) && TABS[tab].name, 'Settings');
  return (
    <>
      <PageHeader
        title="Settings"
        about="Keys, webhooks, limits, and the log of all changes. Settings of the service itself are environment variables."
      />
      {session ? <Tabbed session={session} tab={tab} /> : <Loading />}
    </>
  );
}

interface TabbedProps {
  readonly session: Schema<'SessionDto'>;
  /** As the address says it. */
  readonly tab: string | undefined;
}

function Tabbed({ session, tab }: TabbedProps) {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector('[aria-selected=true]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);
  const isAdmin = session.scopes.includes('admin');
  if (!isTab(tab)) return <Navigate to={`/settings/${isAdmin ? 'keys' : 'limits'}`} replace />;
  const { Content, isForAdmins } = TABS[tab];
  const shown = Object.entries(TABS).filter(([id, one]) => isAdmin || !one.isForAdmins || id === tab);
  return (
    <>
      <WhoAmI session={session} />
      <Tabs value={tab} onChange={(next) => void navigate(`/settings/${next as Tab}`)} mt="md">
        <Tabs.List ref={list} className={classes.list} mb="md">
          {shown.map(([id, { name, icon: Icon }]) => (
            <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} stroke={1.7} />}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>{isForAdmins && !isAdmin ? <AdminsOnly /> : <Content />}</Tabs.Panel>
      </Tabs>
      {isAdmin && <DeliveryDetails />}
    </>
  );
}
