import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function StorePage() {
  usePageTitle('Store');
  return <PageHeader title="Store" />;
}
