import { useState } from 'react';
import { Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Answer } from '../../../parts/answer.js';
import { Card } from '../../../parts/card.js';
import { DataTable } from '../../../parts/data-table.js';
import { Empty } from '../../../parts/states.js';
import { misfitOf } from '../misfit.js';
import { auditColumns } from './audit-columns.js';
import { AuditFilterBar } from './audit-filter-bar.js';
import type { Entry } from './audit-words.js';
import { EntryDetails } from './entry-details.js';
import { useAudit, useAuditFilter } from './use-audit.js';

/** Who changed what, when, and from where. */
export function AuditTab() {
  const { filter, shown } = useAuditFilter();
  const [, setSearch] = useSearchParams();
  const audit = useAudit(filter);
  const [opened, setOpened] = useState<Entry>();
  const [columns] = useState(() => auditColumns(setOpened));
  const misfit = misfitOf(audit.error, ['key_id', 'subject', 'from', 'to', 'action']);
  return (
    <Card pb={0}>
      <AuditFilterBar shown={shown} misfit={misfit} />
      {misfit?.field ? (
        <Empty title="No entries are shown" hint={misfit.sentence} />
      ) : (
        <Answer query={audit}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.entries);
            if (rows.length === 0) {
              return (
                <Empty
                  title="Nothing was changed"
                  hint="No change in this period is like that. Choose a longer one, or fewer filters."
                >
                  <Button variant="default" onClick={() => setSearch({ period: '90d' })}>
                    Show all of the last 90 days
                  </Button>
                </Empty>
              );
            }
            return (
              <DataTable
                label="Audit log"
                columns={columns}
                rows={rows}
                rowId={({ id }) => id}
                rowHeight={56}
                hasMore={audit.hasNextPage}
                isLoadingMore={audit.isFetchingNextPage}
                hasLoadMoreFailed={audit.isFetchNextPageError}
                loadMore={() => void audit.fetchNextPage()}
              />
            );
          }}
        </Answer>
      )}
      <EntryDetails entry={opened} onClose={() => setOpened(undefined)} />
    </Card>
  );
}
