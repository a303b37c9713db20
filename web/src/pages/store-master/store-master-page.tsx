import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../data/session.js';
import { Card } from '../../parts/card.js';
import { PageHeader } from '../../parts/page-header.js';
import { Loading } from '../../parts/states.js';
import { ImportDetails } from './imports/import-details.js';
import { ImportList } from './imports/import-list.js';
import { Totals } from './totals.js';
import { UploadCard } from './upload/upload-card.js';
import { AdminsOnly } from './admins-only.js';

export function StoreMasterPage() {
  usePageTitle('Store Master');
  const { data: session } = useSession();
  return (
    <>
      <PageHeader
        title="Store Master"
        about="The full list of stores. Jobs may visit the active ones; a new list is loaded as a CSV file."
      >
        <Totals />
      </PageHeader>
      {session ? session.scopes.includes('admin') ? <UploadCard /> : <AdminsOnly /> : <Loading />}
      <Card title="Loaded so far" mt="md" pb={0}>
        <ImportList />
      </Card>
      <ImportDetails />
    </>
  );
}
