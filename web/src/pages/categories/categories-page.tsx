import { Tabs } from '@mantine/core';
import { IconChartBar, IconHelpCircle, IconHistory, IconListDetails } from '@tabler/icons-react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { useCategories } from '../../data/categories.js';
import { Answer } from '../../parts/answer.js';
import { PageHeader } from '../../parts/page-header.js';
import classes from './categories.module.css';
import { CountsTab } from './counts-tab.js';
import { PassNote } from './pass-note.js';
import { RulesTab } from './rules/rules-tab.js';
import { UnknownTab } from './unknown/unknown-tab.js';
import { VersionsTab } from './versions-tab.js';

/** By the name they have in addresses. */
const TABS = {
  counts: { name: 'Kinds', icon: IconChartBar },
  unknown: { name: 'Unknown', icon: IconHelpCircle },
  rules: { name: 'Rules', icon: IconListDetails },
  versions: { name: 'Versions', icon: IconHistory },
} as const;

/** What kind of shop each store is: how many, those nobody knows, and the rules that decide. */
export function CategoriesPage() {
  const { tab = 'counts' } = useParams();
  const navigate = useNavigate();
  const categories = useCategories();
  const isKnown = Object.hasOwn(TABS, tab);
  usePageTitle(isKnown && tab !== 'counts' && TABS[tab as keyof typeof TABS].name, 'Categories');
  if (!isKnown) return <Navigate to="/categories" replace />;
  return (
    <>
      <PageHeader
        title="Categories"
        about="What kind of shop each store is, by the words of its name, by corrections, and by hand."
      />
      <Answer query={categories}>{({ pass }) => <PassNote pass={pass} />}</Answer>
      <Tabs
        value={tab}
        onChange={(next) => void navigate(next === 'counts' ? '/categories' : `/categories/${next}`)}
      >
        <Tabs.List mb="md" className={classes.tabs}>
          {Object.entries(TABS).map(([id, { name, icon: Icon }]) => (
            <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} stroke={1.7} />}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          {tab === 'counts' && categories.data && <CountsTab categories={categories.data.categories} />}
          {tab === 'unknown' && <UnknownTab />}
          {tab === 'rules' && <RulesTab />}
          {tab === 'versions' && <VersionsTab />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
