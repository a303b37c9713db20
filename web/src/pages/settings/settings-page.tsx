import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function SettingsPage() {
  usePageTitle('Settings');
  return <PageHeader title="Settings" />;
}
