import { usePageTitle } from '../../app/page-title.js';
import { PageHeader } from '../../parts/page-header.js';

export function SubmitPage() {
  usePageTitle('Submit');
  return <PageHeader title="Submit" />;
}
