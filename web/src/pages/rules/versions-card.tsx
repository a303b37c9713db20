import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { Answer } from '../../parts/answer.js';
import { Card } from '../../parts/card.js';
import { sayMaker } from '../../parts/maker.js';
import { Moment } from '../../parts/moment.js';
import type { Draft } from './draft.js';
import { differences } from './differences.js';
import { useVersions, type Version } from './use-rules.js';

interface VersionsCardProps {
  readonly current: Version;
  readonly isFixed: boolean;
  readonly onRestore: (version: Version) => void;
}

/** Who changed what and when; each version can be made current again. */
export function VersionsCard({ current, isFixed, onRestore }: VersionsCardProps) {
  const versions = useVersions();
  return (
    <Card title="Versions">
      <Answer query={versions}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.versions as readonly Version[]);
          return (
            <Stack gap="md">
              {all.map((version, place) => (
                <Entry
                  key={version.version}
                  version={version}
                  before={all[place + 1]?.rules}
                  isCurrent={version.version === current.version}
                  onRestore={isFixed ? undefined : onRestore}
                />
              ))}
              {versions.hasNextPage && (
                <Button variant="default" size="xs" onClick={() => void versions.fetchNextPage()}>
                  Show older versions
                </Button>
              )}
            </Stack>
          );
        }}
      </Answer>
    </Card>
  );
}

interface EntryProps {
  readonly version: Version;
  readonly before: Draft | undefined;
  readonly isCurrent: boolean;
  readonly onRestore: ((version: Version) => void) | undefined;
}

function Entry({ version, before, isCurrent, onRestore }: EntryProps) {
  const changes = before ? differences(before, version.rules) : [];
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600} size="sm">
            Version {version.version}
          </Text>
          {isCurrent && (
            <Badge size="sm" variant="default" tt="none">
              in force
            </Badge>
          )}
        </Group>
        {!isCurrent && onRestore && (
          <Button variant="default" size="compact-xs" onClick={() => onRestore(version)}>
            Restore
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" component="div">
        {sayMaker(version.actor)}, <Moment at={version.created_at} />
        {version.restored_from !== null && `, as version ${version.restored_from}`}
      </Text>
      {version.comment && <Text size="sm">{version.comment}</Text>}
      <List size="xs">
        {changes.map((change) => (
          <List.Item key={change}>{change}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
