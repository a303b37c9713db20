import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function JobsPage() {
  usePageTitle('Jobs');
  return <PageHeader title="Jobs" />;
}
