import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function StoreMasterPage() {
  usePageTitle('Store Master');
  return <PageHeader title="Store Master" />;
}
