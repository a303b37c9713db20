import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function JobPage() {
  usePageTitle('Job');
  return <PageHeader title="Job" />;
}
