import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function AreasPage() {
  usePageTitle('Areas');
  return <PageHeader title="Areas" />;
}
