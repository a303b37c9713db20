import { Button, Group, Stack, Text } from '@mantine/core';
import { useGroupNames } from '../../data/groups.js';
import { useMay } from '../../data/session.js';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import { asRule, sayRule } from '../../parts/rule.js';
import { counted } from '../../parts/text.js';
import { tellProblem } from '../../parts/toasts.js';
import { restoreVersion } from './use-changes.js';
import { useVersions, type Group as StoreGroup } from './use-group.js';
import type { Schema } from '../../api/client.js';

/** What the group was, and the way back. */
export function VersionsCard({ group }: { readonly group: StoreGroup }) {
  const query = useVersions(group.id);
  const versions = query.data?.pages.flatMap((page) => page.versions);
  const nameOf = useGroupNames();
  const mayRestore = useMay('admin') && group.deleted_at === null;
  return (
    <Card title="Versions">
      <Answer query={{ data: versions, error: query.error, refetch: query.refetch }}>
        {(found) => (
          <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
            {found.map((version) => (
              <Group
                key={version.version}
                component="li"
                justify="space-between"
                wrap="nowrap"
                align="flex-start"
              >
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" fw={600}>
                    Version {version.version}
                    {version.version === group.version && ', as it is'}
                  </Text>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {sayVersion(version, group.name, nameOf)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {sayMaker(version.changed_by)}, <Moment at={version.changed_at} />
                    {version.restored_from !== null && `, from version ${version.restored_from}`}
                  </Text>
                </div>
                {mayRestore && version.version !== group.version && (
                  <Button
                    variant="default"
                    size="xs"
                    miw="fit-content"
                    aria-label={`Restore version ${version.version}`}
                    onClick={() =>
                      void restoreVersion(group.id, version.version, group.version).catch(tellProblem)
                    }
                  >
                    Restore
                  </Button>
                )}
              </Group>
            ))}
            {query.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                onClick={() => void query.fetchNextPage()}
                loading={query.isFetchingNextPage}
              >
                Older versions
              </Button>
            )}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function sayVersion(
  { name, rule, listed }: Schema<'GroupVersionDto'>,
  nameNow: string,
  nameOf: (groupId: string) => string,
): string {
  const what = rule
    ? `Stores ${sayRule(asRule(rule), nameOf)}`
    : `A list of ${counted(listed ?? 0, 'store')}`;
  return name === nameNow ? what : `“${name}”: ${what}`;
}
