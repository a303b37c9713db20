import { createBrowserRouter, type RouteObject } from 'react-router';
import { Broken } from './broken.js';
import { NoSuchPage } from './no-such-page.js';
import { Shell } from './shell.js';

/** Every page is a file of its own that the browser loads when it is first opened. */
const PAGES: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../pages/overview/overview-page.js')).OverviewPage }),
  },
  {
    path: 'submit',
    lazy: async () => ({ Component: (await import('../pages/submit/submit-page.js')).SubmitPage }),
  },
  { path: 'jobs', lazy: async () => ({ Component: (await import('../pages/jobs/jobs-page.js')).JobsPage }) },
  {
    path: 'jobs/:jobId',
    lazy: async () => ({ Component: (await import('../pages/job/job-page.js')).JobPage }),
  },
  {
    path: 'stores',
    lazy: async () => ({ Component: (await import('../pages/stores/stores-page.js')).StoresPage }),
  },
  {
    path: 'stores/:storeId',
    lazy: async () => ({ Component: (await import('../pages/store/store-page.js')).StorePage }),
  },
  {
    path: 'duplicates',
    lazy: async () => ({
      Component: (await import('../pages/duplicates/duplicates-page.js')).DuplicatesPage,
    }),
  },
  {
    path: 'categories/:tab?',
    lazy: async () => ({
      Component: (await import('../pages/categories/categories-page.js')).CategoriesPage,
    }),
  },
  {
    path: 'groups',
    lazy: async () => ({ Component: (await import('../pages/groups/groups-page.js')).GroupsPage }),
  },
  {
    path: 'groups/compare',
    lazy: async () => ({ Component: (await import('../pages/groups/compare-page.js')).ComparePage }),
  },
  {
    path: 'groups/new',
    lazy: async () => ({ Component: (await import('../pages/group/new-group-page.js')).NewGroupPage }),
  },
  {
    path: 'groups/:groupId',
    lazy: async () => ({ Component: (await import('../pages/group/group-page.js')).GroupPage }),
  },
  {
    path: 'areas',
    lazy: async () => ({ Component: (await import('../pages/areas/areas-page.js')).AreasPage }),
  },
  {
    path: 'rules',
    lazy: async () => ({ Component: (await import('../pages/rules/rules-page.js')).RulesPage }),
  },
  {
    path: 'store-master',
    lazy: async () => ({
      Component: (await import('../pages/store-master/store-master-page.js')).StoreMasterPage,
    }),
  },
  {
    path: 'settings/:tab?',
    lazy: async () => ({ Component: (await import('../pages/settings/settings-page.js')).SettingsPage }),
  },
  { path: '*', Component: NoSuchPage },
];

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: PAGES.map((page) => ({ ...page, ErrorBoundary: Broken })),
  },
]);
