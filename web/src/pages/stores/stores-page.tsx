import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function StoresPage() {
  usePageTitle('Stores');
  return <PageHeader title="Stores" />;
}
