import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { BackLink } from '../../parts/back-link.js';
import { Answer } from '../../parts/answer.js';
import { usePeriod } from '../../parts/use-period.js';
import { DefinitionCard } from './definition-card.js';
import classes from './group.module.css';
import { GroupHeader } from './group-header.js';
import { MembersCard } from './members-card.js';
import { SummaryCard } from './summary-card.js';
import { useGroup } from './use-group.js';
import { VersionsCard } from './versions-card.js';

/** One group: who belongs to it, what happened there, and what it was before. */
export function GroupPage() {
  const { groupId = '' } = useParams();
  const group = useGroup(groupId);
  const shown = usePeriod('30d');
  usePageTitle(group.data?.name, 'Groups');
  return (
    <>
      <BackLink to="/groups" label="All groups" />
      <Answer query={group}>
        {(found) => (
          <Stack gap="md">
            <GroupHeader group={found} />
            {found.deleted_at === null && <SummaryCard id={found.id} shown={shown} />}
            <div className={classes.pair}>
              <Stack gap="md" miw={0}>
                <DefinitionCard group={found} />
                {found.deleted_at === null && <MembersCard group={found} />}
              </Stack>
              <div>
                <VersionsCard group={found} />
              </div>
            </div>
          </Stack>
        )}
      </Answer>
    </>
  );
}
