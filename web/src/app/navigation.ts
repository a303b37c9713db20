import {
  IconAddressBook,
  IconBuildingStore,
  IconCopyCheck,
  IconCategory,
  IconGauge,
  IconMap2,
  IconPhotoUp,
  IconRulerMeasure,
  IconSettings,
  IconStack2,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
}

export const PLACES: readonly Place[] = [
  { path: '/', name: 'Overview', icon: IconGauge },
  { path: '/submit', name: 'Submit', icon: IconPhotoUp },
  { path: '/jobs', name: 'Jobs', icon: IconStack2 },
  { path: '/stores', name: 'Stores', icon: IconBuildingStore },
  { path: '/duplicates', name: 'Duplicates', icon: IconCopyCheck },
  { path: '/categories', name: 'Categories', icon: IconCategory },
  { path: '/groups', name: 'Groups', icon: IconUsersGroup },
  { path: '/areas', name: 'Areas', icon: IconMap2 },
  { path: '/rules', name: 'Rules', icon: IconRulerMeasure },
  { path: '/store-master', name: 'Store Master', icon: IconAddressBook },
  { path: '/settings', name: 'Settings', icon: IconSettings },
];
