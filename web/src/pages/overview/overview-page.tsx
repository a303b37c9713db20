import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function OverviewPage() {
  usePageTitle('Overview');
  return <PageHeader title="Overview" />;
}
